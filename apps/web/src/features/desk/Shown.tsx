import { getPicture } from '@zikao/contract/candidates';
import type { DeskPerson } from '@zikao/contract/desk/shapes';
import { PICTURE_KINDS, type PictureKind } from '@zikao/contract/forms/fields';
import { pathOf } from '#api/client';
import { Card } from '#ui/Card';
import { isBeingChecked } from './checking.ts';

const NAMES: Record<PictureKind, string> = {
  photo: '照片',
  cardPortrait: '身份证人像面',
  cardEmblem: '身份证国徽面',
};

/** The pictures of the submission, and what the checks say of the photo. */
export function Shown({ person }: { person: DeskPerson }) {
  const { pictures, judgement } = person;
  const shown = PICTURE_KINDS.filter((kind) => pictures[kind]);
  if (shown.length === 0) return null;
  const faults = judgement?.measures.filter(({ verdict }) => verdict !== 'pass') ?? [];
  return (
    <Card title="已有的图片">
      <div className="desk__pictures">
        {shown.map((kind) => (
          <figure key={kind}>
            <img src={pathOf(getPicture, { params: { id: pictures[kind]! } })} alt={NAMES[kind]} />
            <figcaption>{NAMES[kind]}</figcaption>
          </figure>
        ))}
      </div>
      {isBeingChecked(person) && <p role="status">正在自动检查照片，结果稍后显示在这里。</p>}
      {judgement && (
        <div role="status">
          <p>
            自动检查：{judgement.verdict === 'fail' ? '有不合格的项目' : '合格'}
            。结果供审核参考，考生也能看到。
          </p>
          {faults.length > 0 && (
            <ul>
              {faults.map(({ id, label, sentence }) => (
                <li key={id}>
                  {label}
                  {sentence && `：${sentence}`}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </Card>
  );
}
