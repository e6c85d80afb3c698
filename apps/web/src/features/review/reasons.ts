import type { Reason } from '@zikao/contract/candidates';
import type { Case, Decision } from '@zikao/contract/review';

/** A rejection while it is being written. */
export interface Rejection {
  /** Codes of the ready sentences, in the order they were ticked. */
  ticked: readonly string[];
  /** Sentences of the officer's own; a field may have several. */
  own: readonly Reason[];
  remark: string;
}

export const NO_REJECTION: Rejection = { ticked: [], own: [], remark: '' };

export function toggle(rejection: Rejection, code: string): Rejection {
  const { ticked } = rejection;
  const rest = ticked.filter((one) => one !== code);
  return { ...rejection, ticked: rest.length < ticked.length ? rest : [...ticked, code] };
}

/** What is sent: the ready sentences in the order of the list, then the own ones; empty ones are left out. */
export function decisionOf(
  { ticked, own, remark }: Rejection,
  choices: Case['reasonChoices'],
): Decision & { decision: 'reject' } {
  const ready = choices
    .filter(({ code }) => ticked.includes(code))
    .map(({ field, text }): Reason => ({ field, text }));
  const written = own
    .map(({ field, text }) => ({ field, text: text.trim() }))
    .filter(({ field, text }) => field && text);
  return {
    decision: 'reject',
    reasons: [...ready, ...written],
    ...(remark.trim() && { remark: remark.trim() }),
  };
}

/** Why a rejection cannot be sent yet; undefined when it can. */
export function rejectionFault({ ticked, own }: Rejection): string | undefined {
  if (own.some(({ field, text }) => text.trim() && !field)) return '请选择这条原因是哪一项的';
  if (own.some(({ field, text }) => field && !text.trim())) return '请写明原因，或删除这一条';
  return ticked.length + own.length === 0 ? '请至少选择或写明一条不通过原因' : undefined;
}

/** The ready sentences under the field they are about; `index` is the place in the whole list, which the keys count by. */
export function byField(choices: Case['reasonChoices']) {
  const groups: { field: string; items: (Case['reasonChoices'][number] & { index: number })[] }[] = [];
  for (const [index, choice] of choices.entries()) {
    const last = groups.at(-1);
    if (last?.field === choice.field) last.items.push({ ...choice, index });
    else groups.push({ field: choice.field, items: [{ ...choice, index }] });
  }
  return groups;
}
