import { normaliseName } from '@zikao/contract/codes/name';
import type { Measured } from '@zikao/contract/measures';
import type { Case } from '@zikao/contract/review';
import type { CardText } from '@zikao/contract/verification';

/** How what was read agrees with what was filled in. `near`: another writing, which the measure takes for the same. */
export type Agreement = 'same' | 'near' | 'different' | 'unread' | 'free';

export interface CardRow {
  key: string;
  label: string;
  /** As filled in; absent where the form does not ask. */
  form?: string;
  /** As read; absent: not legible. */
  card?: string;
  agreement: Agreement;
}

interface Compared {
  key: keyof CardText;
  label: string;
  /** What counts as the same writing. */
  plain?: (text: string) => string;
  /** Passed: a difference in writing is one of reading. */
  measure?: string;
  /** As the form writes it. */
  shown?: (text: string) => string;
  /** May differ: the letters go elsewhere than the card says. */
  free?: true;
}

const COMPARED: Compared[] = [
  { key: 'name', label: '姓名', plain: normaliseName, measure: 'cardName' },
  { key: 'idNumber', label: '号码', measure: 'cardNumber' },
  { key: 'sex', label: '性别' },
  { key: 'birthDate', label: '出生', shown: dayText },
  { key: 'nation', label: '民族', plain: (text) => text.replace(/族$/, '') },
  { key: 'address', label: '住址', plain: (text) => text.replace(/\s/g, ''), free: true },
];

/** The card's portrait side row by row beside the form. */
export function cardRows(
  groups: Case['groups'],
  card: CardText,
  measures: readonly Measured[] = [],
): CardRow[] {
  const filled = new Map(groups.flatMap(({ rows }) => rows).map(({ key, text }) => [key, text]));
  const passed = new Set(measures.filter(({ verdict }) => verdict === 'pass').map(({ id }) => id));
  return COMPARED.map(({ key, label, plain = same, shown = same, measure, free }) => {
    const form = filled.get(key);
    const read = card[key] && shown(card[key]);
    const row = { key, label, ...(form && { form }), ...(read && { card: read }) };
    if (!read) return { ...row, agreement: 'unread' };
    if (form && plain(form) === plain(read)) return { ...row, agreement: 'same' };
    if (free) return { ...row, agreement: 'free' };
    return { ...row, agreement: measure && passed.has(measure) ? 'near' : 'different' };
  });
}

const same = (text: string) => text;

/** `1998 年 3 月 12 日` */
function dayText(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year} 年 ${month} 月 ${day} 日`;
}

/** The emblem side. `on`: the day the card is looked at, ISO. */
export function validityOf(
  { validFrom, validUntil }: CardText,
  on: string,
): { text?: string; over: boolean } {
  const parts = [validFrom, validUntil].filter((day) => day !== undefined);
  if (parts.length === 0) return { over: false };
  const text = [validFrom ?? '…', validUntil ?? '…'].map((day) => day.replaceAll('-', '.')).join('–');
  return { text, over: validUntil !== undefined && validUntil !== '长期' && validUntil < on };
}
