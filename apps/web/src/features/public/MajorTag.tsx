import type { Major } from '@zikao/contract/exams';
import { Tag } from '#ui/Tag';

const WORDS = { open: '开考', phaseOut: '停考过渡期', closed: '停考' };
const TONES = { open: 'ok', phaseOut: 'wait', closed: 'no' } as const;

/** Whether a major takes candidates. */
export function MajorTag({ status }: Pick<Major, 'status'>) {
  return <Tag tone={TONES[status]}>{WORDS[status]}</Tag>;
}

/** What else is to be known of a major, as one sentence. */
export function notesOf({ note, restriction, certificatesUntil }: Major): string {
  const certificates = certificatesUntil && `颁发毕业证书至 ${certificatesUntil}`;
  return [note, certificates, restriction].filter(Boolean).join('；');
}
