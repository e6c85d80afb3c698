import type { DoneFacts, Facts, Replacement } from './facts.ts';

export interface Credit {
  done: DoneFacts;
  /** The old course that stands for it. */
  instead?: Replacement;
}

/**
 * What of the record counts for which course of the plan: passed under its own code, or else by an old course that
 * may stand for it. An old course stands for one course only, and for none if it is in the plan itself.
 */
export function creditsOf({
  plan,
  record,
  replacements,
}: Pick<Facts, 'plan' | 'record' | 'replacements'>): Map<string, Credit> {
  const codes = plan.groups.flatMap(({ courses }) => courses.map(({ code }) => code));
  const used = new Set(codes.filter((code) => record.has(code)));
  const credits = new Map<string, Credit>();
  for (const code of codes) {
    const own = record.get(code);
    if (own) credits.set(code, { done: own });
    const instead = !own && replacements.find((one) => one.course === code && isFree(one.old, record, used));
    if (instead) {
      used.add(instead.old);
      credits.set(code, { done: record.get(instead.old)!, instead });
    }
  }
  return credits;
}

const isFree = (old: string, record: Facts['record'], used: ReadonlySet<string>) =>
  record.has(old) && !used.has(old);
