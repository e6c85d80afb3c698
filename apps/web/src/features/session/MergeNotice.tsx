import type { Session } from '@zikao/contract/identity';
import { Notice } from '#ui/Notice';

/** 合档: several admission numbers under one ID number; which, in which district, and what to bring. */
export function MergeNotice({ merge }: { merge: NonNullable<Session['merge']> }) {
  return (
    <Notice tone="wait" title={`您名下有 ${merge.numbers.length} 个准考证号，请到考区办理合档`}>
      <ul className="merge">
        {merge.numbers.map(({ number, district }) => (
          <li key={number}>
            准考证号 <b className="num">{number}</b>，{district}
          </li>
        ))}
      </ul>
      <p>{merge.papers}</p>
    </Notice>
  );
}
