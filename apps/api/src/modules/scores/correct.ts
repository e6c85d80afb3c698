import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { accountsOf } from '#modules/identity';
import { examRules, sessionNames } from '#modules/exams';
import { addEntries, reverseEntries } from '#modules/records';
import type { Ctx } from '#platform/context';
import { Problem } from '#platform/problem';
import { fromRecheck } from './entry.ts';
import { scoreCorrections, scores, type ScoreValue } from './tables.ts';

export interface Correction {
  /** The score's id. */
  score: string;
  number: number;
  reason: string;
  /** What corrects it, e.g. `application:<id>:<no>`. */
  source: string;
}

/**
 * A recheck found another number: the score says it from now on, the trace keeps the former, and the 考籍 follows. Inside
 * the caller's transaction; the same source twice corrects once. Throws `notFound`, `conflict` (a violation's mark stands there).
 */
export async function correctScore(ctx: Ctx, { score, number, reason, source }: Correction): Promise<void> {
  const row = await lockScore(ctx, score);
  if (row.mark && row.mark !== 'absent')
    throw new Problem('conflict', '这门课程的成绩因违规没有分数，不能通过复核更正。');
  if (row.grade) throw new Problem('conflict', '这门课程按等级评定，不通过成绩复核更正。');
  const { passMark } = await examRules(ctx);
  // A pass that was withheld although the number would do (a violation) stays withheld.
  const withheld = !row.passed && row.number !== null && row.number >= passMark;
  const after = { number, mark: null, grade: null, passed: number >= passMark && !withheld };
  await write(ctx, row, after, reason, source);
}

/** Takes back what `source` corrected. Refused once something else has corrected the score since. */
export async function undoCorrection(ctx: Ctx, score: string, source: string, reason: string): Promise<void> {
  const row = await lockScore(ctx, score);
  const [made] = await ctx.db
    .select()
    .from(scoreCorrections)
    .where(and(eq(scoreCorrections.score, score), eq(scoreCorrections.source, source)));
  if (!made) throw new Problem('notFound');
  const still = row.number === made.after.number && row.mark === made.after.mark;
  if (!still && !(await isWritten(ctx, score, `${source}:undone`)))
    throw new Problem('conflict', '这门课程的成绩后来又有更正，不能直接撤销。');
  await write(ctx, row, made.before, reason, `${source}:undone`);
}

type Row = Awaited<ReturnType<typeof lockScore>>;

async function write(ctx: Ctx, row: Row, after: ScoreValue, reason: string, source: string): Promise<void> {
  const { number, mark, grade, passed } = row;
  const before = { number, mark, grade, passed };
  const by = ctx.actor?.id ?? null;
  const written = await ctx.db
    .insert(scoreCorrections)
    .values({ score: row.id, before, after, reason, source, by })
    .onConflictDoNothing()
    .returning({ id: scoreCorrections.id });
  if (written.length === 0) return;
  await ctx.db.update(scores).set(after).where(eq(scores.id, row.id));
  await reverseEntries(ctx, `score:${row.id}`, reason);
  if (!after.passed) return;
  const name = (await sessionNames(ctx)).get(row.session) ?? row.session;
  const entry = fromRecheck({ ...row, ...after }, name);
  await addEntries(ctx, row.candidate, `score:${row.id}:${source}`, [entry]);
}

/** A published score by whose it is; `notFound` when there is none. */
export async function scoreIdOf(
  ctx: Ctx,
  { candidate, session, course }: { candidate: string; session: string; course: string },
): Promise<string> {
  const [row] = await ctx.db
    .select({ id: scores.id })
    .from(scores)
    .where(
      and(
        inArray(scores.candidate, accountsOf(candidate)),
        eq(scores.session, session),
        eq(scores.course, course),
        isNotNull(scores.publishedAt),
      ),
    )
    // Since a 合档 a person may have two of one exam: the number goes before 缺考.
    .orderBy(sql`${scores.number} desc nulls last`)
    .limit(1);
  if (!row) throw new Problem('notFound');
  return row.id;
}

async function lockScore(ctx: Ctx, id: string): Promise<typeof scores.$inferSelect> {
  const [row] = await ctx.db
    .select()
    .from(scores)
    .where(and(eq(scores.id, id), isNotNull(scores.publishedAt)))
    .for('update');
  if (!row) throw new Problem('notFound');
  return row;
}

async function isWritten(ctx: Ctx, score: string, source: string): Promise<boolean> {
  const found = await ctx.db
    .select({ id: scoreCorrections.id })
    .from(scoreCorrections)
    .where(and(eq(scoreCorrections.score, score), eq(scoreCorrections.source, source)));
  return found.length > 0;
}
