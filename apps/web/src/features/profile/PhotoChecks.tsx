import { TRIES_BEFORE_CHOICE } from '@zikao/contract/candidates';
import type { Judgement, Measured, MeasureId } from '@zikao/contract/measures';
import { Card } from '#ui/Card';
import { Drawing, FAULTS } from './Drawing.tsx';
import { groupsOf } from './measure-groups.ts';

interface Props {
  judgement: Judgement | undefined;
  /** Measured in this browser, before 提交验证. */
  provisional: boolean;
  failures: number;
}

const MARKS = { pass: '✓', warn: '△', fail: '✗' } as const;
const WORDS = { pass: '合格', warn: '建议改进', fail: '不合格' } as const;

/** Each measure in words, before and after 提交验证; what is to be mended comes first, with a drawing. */
export function PhotoChecks({ judgement, provisional, failures }: Props) {
  return (
    <Card title="自动检查" aria-label="自动检查">
      {judgement ? (
        <>
          {provisional && <Provisional {...judgement} />}
          {groupsOf(judgement.measures).map(({ group, title, measures }) => (
            <section key={group} className="photo-checks__group">
              <h3 className="photo-checks__title">{title}</h3>
              <ul className="photo-checks">
                {measures.map((measure) => (
                  <Check key={measure.id} {...measure} />
                ))}
              </ul>
            </section>
          ))}
        </>
      ) : (
        <p className="muted">选择照片后，这里会逐项显示检查结果。</p>
      )}
      <p className="small muted">
        {failures > 0 ? `已提交 ${failures} 次未通过。` : ''}
        提交验证 {TRIES_BEFORE_CHOICE} 次不成功时，可以选择继续上传，或到考区线下采集。
      </p>
    </Card>
  );
}

function Provisional({ verdict }: Judgement) {
  return (
    <p className={`photo-checks__sum photo-checks__sum--${verdict}`} role="status">
      {verdict === 'fail'
        ? '按现在的照片，提交验证很可能不通过。建议先按下面的提示修改。'
        : '这是在您的设备上检查的结果，提交验证后以系统结果为准。'}
    </p>
  );
}

function Check({ id, label, verdict, sentence }: Measured) {
  const fault = FAULTS[id as MeasureId];
  return (
    <li className={`photo-checks__item photo-checks__item--${verdict}`}>
      <span aria-hidden="true">{MARKS[verdict]}</span>
      <span className="photo-checks__words">
        {label}
        <span className="hidden-text">：{WORDS[verdict]}</span>
        {sentence && <span className="photo-checks__say">{sentence}</span>}
        {sentence && fault && (
          <span className="photo-checks__drawings">
            <Drawing fault={fault} />
            <span aria-hidden="true">→</span>
            <Drawing />
          </span>
        )}
      </span>
    </li>
  );
}
