import type { AuditFilter } from '@zikao/contract/audit';

const NAMES = ['person', 'officer', 'area', 'action', 'district', 'subject', 'from', 'to'] as const;
/** As it stands in the address; empty: anything. Times as they are typed, in China. */
export type Typed = Record<(typeof NAMES)[number], string>;

export function readFilter(params: URLSearchParams): Typed {
  return Object.fromEntries(NAMES.map((name) => [name, params.get(name) ?? ''])) as Typed;
}

/** Only what is given. */
export const writeFilter = (typed: Typed): Record<string, string> =>
  Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''));

/** For the trail and its file alike. */
export function queryOf(typed: Typed): Partial<AuditFilter> {
  const { from, to, ...rest } = writeFilter(typed);
  return { ...rest, ...(from && { from: moment(from) }), ...(to && { to: moment(to) }) };
}

const moment = (typed: string) => `${typed}:00+08:00`;

/** Which of the two times cannot be, in words. */
export function timeFault({ from, to }: Pick<Typed, 'from' | 'to'>): string | undefined {
  return from && to && from >= to ? '“到”应晚于“从”' : undefined;
}
