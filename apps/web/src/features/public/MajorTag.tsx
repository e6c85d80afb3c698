import type { Major } from '@zikao/contract/exams';
import { formatLongDay } from '#ui/dates';
import { Tag } from '#ui/Tag';

const WORDS = { open: '开考', phaseOut: '停考过渡期', closed: '停考' };
const TONES = { open: 'ok', phaseOut: 'wait', closed: 'no' } as const;

/** Whether a major takes candidates. */
export function MajorTag({ status }: Pick<Major, 'status'>) {
  return <Tag tone={TONES[status]}>{WORDS[status]}</Tag>;
}

/** What else is to be known of a major, as one sentence: 停止招生, 停考过渡 and 停发证书 are three different days. */
export function notesOf({ note, restriction, school, ...days }: Major): string {
  const { newcomersEnd, enrolUntil, certificatesUntil } = days;
  return [
    note,
    newcomersEnd && `${dayOf(newcomersEnd)}起停止招生`,
    enrolUntil && `在籍考生报考至 ${dayOf(enrolUntil)}`,
    certificatesUntil && `颁发毕业证书至 ${dayOf(certificatesUntil)}`,
    restriction,
    school && `主考学校：${school}`,
  ]
    .filter(Boolean)
    .join('；');
}

/** An ISO day as it is written here; a month in words as its notice gave it. */
const dayOf = (day: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) ? formatLongDay(`${day}T12:00:00+08:00`) : day;
