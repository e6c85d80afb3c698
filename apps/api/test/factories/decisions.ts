import type { Queue } from '@zikao/contract/review';
import { decisionReasons, decisions } from '#tables/review';
import type { TestApp } from '#test/app';

interface Given {
  officer: string;
  queue?: Queue;
  subject?: string;
  no?: number;
  decision?: 'approve' | 'reject';
  seconds?: number | null;
  district?: string;
  stage?: 'district' | 'province';
  at?: string;
  /** Fields of the reasons, in officers' own words unless a ready one is named. */
  reasons?: { field: string; choice?: string }[];
}

/** A decision that took effect, as the workspace would have written it down. Gives its id. */
export async function aDecision({ services: { db } }: TestApp, given: Given): Promise<string> {
  const { queue = 'profiles', subject = crypto.randomUUID(), no = 1, decision = 'approve' } = given;
  const { at, reasons = [], ...rest } = given;
  const [row] = await db
    .insert(decisions)
    .values({ seconds: 20, ...rest, queue, subject, no, decision, ...(at && { at: new Date(at) }) })
    .returning({ id: decisions.id });
  if (reasons.length)
    await db
      .insert(decisionReasons)
      .values(
        reasons.map(({ field, choice }, i) => ({ decision: row!.id, no: i, field, choice: choice ?? null })),
      );
  return row!.id;
}
