import { examSessions } from '#tables/exams';
import { scorePublications, scores } from '#tables/scores';
import { transaction } from '#platform/context';
import { publishScores } from '#modules/scores';
import type { TestApp } from '#test/app';
import { aCtx } from '#test/ctx';

export const LAST_SESSION = 'T2026-10';

type Row = typeof scores.$inferInsert;

/** A score of the last session, not published yet unless `publishedAt` says so. */
export async function aScore(
  { services: { db } }: TestApp,
  candidate: string,
  given: Partial<Row> & { course: string },
): Promise<string> {
  await aPastSession(db);
  const number = given.mark || given.grade ? null : (given.number ?? 78);
  const passed = number === null ? given.grade !== undefined && given.grade !== '不合格' : number >= 60;
  const [row] = await db
    .insert(scores)
    .values({ session: LAST_SESSION, candidate, passed, ...given, number })
    .returning({ id: scores.id });
  return row!.id;
}

/** The session before that of `anExam`. */
export async function aPastSession(db: TestApp['services']['db']): Promise<void> {
  await db
    .insert(examSessions)
    .values({ id: LAST_SESSION, name: '2026 年 10 月', year: 2026, month: 10 })
    .onConflictDoNothing();
}

/** They come out now; `settle` delivers the messages. */
export async function publish(product: TestApp, session = LAST_SESSION): Promise<void> {
  const nobody = aCtx(product, { id: crypto.randomUUID(), name: '省考办', role: 'province' });
  const { actor: _, ...ctx } = nobody;
  await transaction(ctx, (ctx) => publishScores(ctx, session));
}

/** Already out at a moment, without messages and record: what only reads them needs no more. */
export async function arePublished(
  { services: { db } }: TestApp,
  at: string,
  session = LAST_SESSION,
): Promise<void> {
  await aPastSession(db);
  await db
    .insert(scorePublications)
    .values({ session, publishedAt: new Date(at) })
    .onConflictDoNothing();
}
