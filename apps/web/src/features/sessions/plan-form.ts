import type { ExamFunction } from '@zikao/contract/exams';
import { type PlannedSession, SessionPlan } from '@zikao/contract/sessions';

/** A window as it is typed: times in China, as `2027-03-01T09:00`; empty: not filled in. */
export interface TypedWindow {
  function: ExamFunction;
  district?: string;
  opens: string;
  closes: string;
}
/** `no` names the half-day for the courses examined in it, and so never changes. */
export interface TypedSlot {
  no: string;
  date: string;
  start: string;
  end: string;
}
/** A half-day as one district sits it. */
export interface TypedOwnSlot extends TypedSlot {
  district: string;
}
export interface TypedPlan {
  slots: TypedSlot[];
  ownSlots: TypedOwnSlot[];
  windows: TypedWindow[];
}

const SHANGHAI_MS = 8 * 3_600_000;

/** What a `datetime-local` shows of a moment, in China wherever the browser is. */
const local = (moment: string) => new Date(Date.parse(moment) + SHANGHAI_MS).toISOString().slice(0, 16);
const moment = (typed: string) => (typed ? `${typed}:00+08:00` : '');

export const typed = ({
  slots,
  ownSlots,
  windows,
}: Pick<PlannedSession, 'slots' | 'ownSlots' | 'windows'>): TypedPlan => ({
  slots: slots.map(({ no, date, start, end }) => ({ no, date, start, end })),
  ownSlots: ownSlots.map(({ district, no, date, start, end }) => ({ district, no, date, start, end })),
  windows: windows.map(({ function: of, district, opensAt, closesAt }) => ({
    function: of,
    ...(district && { district }),
    opens: local(opensAt),
    closes: local(closesAt),
  })),
});

/** A half-day more, on the last day there is. */
export function oneMore(slots: readonly TypedSlot[]): TypedSlot {
  const no = String(Math.max(0, ...slots.map((slot) => Number(slot.no))) + 1);
  return { no, date: slots.at(-1)?.date ?? '', start: '', end: '' };
}

const withPart = <S extends TypedSlot>(slot: S) => ({
  ...slot,
  part: slot.start < '12:00' ? ('am' as const) : ('pm' as const),
});

/** A window with neither end is left out. Wrong: sentences by the path of the control. */
export function checkPlan(plan: TypedPlan): { body: SessionPlan } | { faults: Record<string, string> } {
  const filled = plan.windows.flatMap((window, at) =>
    window.opens || window.closes ? [{ ...window, at }] : [],
  );
  const result = SessionPlan.safeParse({
    slots: plan.slots.map(withPart),
    ownSlots: plan.ownSlots.map(withPart),
    windows: filled.map(({ function: of, district, opens, closes }) => ({
      function: of,
      ...(district !== undefined && { district }),
      opensAt: moment(opens),
      closesAt: moment(closes),
    })),
  });
  if (result.success) return { body: result.data };
  const faults: Record<string, string> = {};
  for (const { path, message } of result.error.issues) faults[controlOf(path, filled)] ??= message;
  return { faults };
}

/** The path of a control on the page: windows that were left out still have theirs. */
export function controlOf(path: readonly PropertyKey[], filled: readonly { at: number }[]): string {
  const [list, at, name] = path.map(String);
  if (at === undefined || name === undefined) return String(list);
  return [list, list === 'windows' ? filled[Number(at)]?.at : at, name].join('.');
}
