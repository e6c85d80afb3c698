import { type Standing, type StandingState, STANDINGS } from '@zikao/contract/records';
import { dateText } from '#modules/exams';
import type { standingEntries } from './tables.ts';

export type StandingRow = typeof standingEntries.$inferSelect;

/** The entries no later one has lifted. */
export function inForce(rows: readonly StandingRow[]): StandingRow[] {
  const lifted = new Set(rows.map(({ reverses }) => reverses));
  return rows.filter(({ id, kind }) => kind !== 'reversal' && !lifted.has(id));
}

/**
 * 考籍状态 on a day (ISO, China): of several what weighs most. A suspension counts on its first and on its last day.
 * `registered`: whether there is an admission number at all.
 */
export function standingOn(rows: readonly StandingRow[], today: string, registered: boolean): Standing {
  const found = inForce(rows).flatMap((row) => judge(row, today));
  const order = Object.keys(STANDINGS) as StandingState[];
  const [first] = found.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  return first ?? { state: registered ? 'registered' : 'none' };
}

function judge({ kind, province, penalty, at }: StandingRow, today: string): Standing[] {
  if (kind === 'transferOut') {
    const day = dateText(new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10));
    const detail = `考籍已于 ${day}转出到${province}，转出期间不能报考，也不能办理变更、转入、转出和免考。转入地没有接收的，请携带转考登记表到省考办办理考籍恢复。`;
    return [{ state: 'frozen', detail }];
  }
  if (!penalty) return [];
  const { from, to, delayedUntil, decision } = penalty;
  const suspended: Standing[] =
    from && to && from <= today && today <= to
      ? [
          {
            state: 'suspended',
            until: to,
            detail: `按${decision}，${dateText(from)}至 ${dateText(to)}停考，期间不能报考。`,
          },
        ]
      : [];
  const delayed: Standing[] =
    delayedUntil && today <= delayedUntil
      ? [
          {
            state: 'delayed',
            until: delayedUntil,
            detail: `按${decision}，毕业时间延迟至 ${dateText(delayedUntil)}以后；报考不受影响。`,
          },
        ]
      : [];
  return [...suspended, ...delayed];
}
