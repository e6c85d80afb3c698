import type { Major } from '@zikao/contract/exams';
import { Tag } from '#ui/Tag';

const WORDS = { open: '开考', phaseOut: '停考过渡期', closed: '停考' };
const TONES = { open: 'ok', phaseOut: 'wait', closed: 'no' } as const;

/** Whether a major takes candidates, and until when its certificates are given. */
export function MajorTag({ major: { status, certificatesUntil } }: { major: Major }) {
  return (
    <>
      <Tag tone={TONES[status]}>{WORDS[status]}</Tag>
      {certificatesUntil && <div className="small muted">颁发毕业证书至 {certificatesUntil}</div>}
    </>
  );
}
