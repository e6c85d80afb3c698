import { TRIES_BEFORE_CHOICE } from '@zikao/contract/candidates';
import type { Judgement } from '@zikao/contract/measures';
import { Card } from '#ui/Card';

interface Props {
  judgement: Judgement | undefined;
  /** Measured in this browser, before 提交验证. */
  provisional: boolean;
  failures: number;
}

const MARKS = { pass: '✓', warn: '△', fail: '✗' } as const;
const WORDS = { pass: '合格', warn: '建议改进', fail: '不合格' } as const;

/** Each measure in words, before and after 提交验证. */
export function PhotoChecks({ judgement, provisional, failures }: Props) {
  return (
    <Card title="自动检查">
      {judgement ? (
        <>
          {provisional && <p className="small muted">先在您的设备上检查，提交验证后以系统结果为准。</p>}
          <ul className="photo-checks">
            {judgement.measures.map(({ id, label, verdict, sentence }) => (
              <li key={id} className={`photo-checks__item photo-checks__item--${verdict}`}>
                <span aria-hidden="true">{MARKS[verdict]}</span>
                <span>
                  {label}
                  <span className="hidden-text">：{WORDS[verdict]}</span>
                  {sentence && <span className="photo-checks__say">{sentence}</span>}
                </span>
              </li>
            ))}
          </ul>
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
