import { and, eq, ne, sql } from 'drizzle-orm';
import type { Kind } from '@zikao/contract/applications/kind';
import type { Answers } from '@zikao/contract/forms/fields';
import type { Ctx } from '#platform/context';
import { Problem } from '#platform/problem';
import type { ApplicationRow } from './find.ts';
import { applicationHolds } from './tables.ts';

/** The key of a kind of which one may be open at a time, and of the draft of the others. */
const OPEN = 'open';

type Held = Pick<ApplicationRow, 'id' | 'candidate' | 'kind'>;

/** Takes a key for an application; false: another one has it. Two at once: the constraint lets one through. */
export async function hold(
  ctx: Pick<Ctx, 'db'>,
  { id, candidate, kind }: Held,
  keys = [OPEN],
): Promise<boolean> {
  const taken = await ctx.db
    .insert(applicationHolds)
    .values(keys.map((key) => ({ candidate, kind, key, application: id })))
    .onConflictDoNothing()
    .returning({ key: applicationHolds.key });
  return taken.length === keys.length;
}

export async function release(ctx: Pick<Ctx, 'db'>, application: string): Promise<void> {
  await ctx.db.delete(applicationHolds).where(eq(applicationHolds.application, application));
}

/** At submission, kinds that hold something of their own (a course of a session) take that instead. */
export async function holdSubmitted(
  ctx: Pick<Ctx, 'db'>,
  kind: Kind,
  row: Held,
  session: string,
  answers: Answers,
): Promise<void> {
  if (!kind.holds) return;
  await release(ctx, row.id);
  const keys = [...new Set(kind.holds(answers))].map((key) => `${session}:${key}`);
  if (!(await hold(ctx, row, keys)))
    throw new Problem('application.open', '所选内容里有已经申请过的，每项只能申请一次，请取消选择后再提交。');
}

/** What a decision for good gives back: kinds that hold something of their own keep it. */
export async function releaseDecided(ctx: Pick<Ctx, 'db'>, kind: Kind, application: string): Promise<void> {
  if (!kind.holds) await release(ctx, application);
}

/** Courses of a session that a candidate's applications of a kind hold; `except` is the one that asks. */
export async function heldCourses(
  ctx: Pick<Ctx, 'db'>,
  candidate: string,
  kind: string,
  session: string,
  except?: string,
): Promise<Set<string>> {
  const of = `${session}:`;
  const rows = await ctx.db
    .select({ key: applicationHolds.key })
    .from(applicationHolds)
    .where(
      and(
        eq(applicationHolds.candidate, candidate),
        eq(applicationHolds.kind, kind),
        sql`starts_with(${applicationHolds.key}, ${of})`,
        except ? ne(applicationHolds.application, except) : undefined,
      ),
    );
  return new Set(rows.map(({ key }) => key.slice(of.length)));
}
