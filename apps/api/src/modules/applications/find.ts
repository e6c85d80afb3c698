import { and, asc, desc, eq, isNull, lt } from 'drizzle-orm';
import type { Reason } from '@zikao/contract/candidates';
import type { Answers } from '@zikao/contract/forms/fields';
import type { DescribedGroup } from '@zikao/contract/forms/form';
import type { Ctx, Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { applicationScope } from './scope.ts';
import { openSubmission } from './seal.ts';
import { applications, applicationSubmissions } from './tables.ts';

export type ApplicationRow = typeof applications.$inferSelect;

export interface SubmissionFile {
  no: number;
  at: Date;
  answers: Answers;
  groups: DescribedGroup[];
  reasons: Reason[];
}

/** An application within the caller's scope; not theirs: `notFound`. With `lock` held to the end of the transaction. */
export async function getRow(ctx: Signed, id: string, { lock = false } = {}): Promise<ApplicationRow> {
  const query = ctx.db
    .select()
    .from(applications)
    .where(and(eq(applications.id, id), applicationScope(ctx.actor)));
  const [row] = lock ? await query.for('update') : await query;
  if (!row) throw new Problem('notFound');
  return row;
}

/** All submissions of an application, opened, the newest first. */
export async function submissionsOf(ctx: Ctx, application: string): Promise<SubmissionFile[]> {
  const rows = await ctx.db
    .select()
    .from(applicationSubmissions)
    .where(eq(applicationSubmissions.application, application))
    .orderBy(desc(applicationSubmissions.no));
  return rows.map((row) => openRow(ctx, row));
}

export async function findSubmission(
  ctx: Ctx,
  application: string,
  no: number,
): Promise<SubmissionFile | undefined> {
  const [row] = await ctx.db
    .select()
    .from(applicationSubmissions)
    .where(and(eq(applicationSubmissions.application, application), eq(applicationSubmissions.no, no)));
  return row && openRow(ctx, row);
}

/** The one to compare with: what an officer last decided on, else the one just before. */
export async function findPrevious(
  ctx: Ctx,
  application: string,
  no: number,
): Promise<SubmissionFile | undefined> {
  const [row] = await ctx.db
    .select()
    .from(applicationSubmissions)
    .where(and(eq(applicationSubmissions.application, application), lt(applicationSubmissions.no, no)))
    .orderBy(asc(isNull(applicationSubmissions.decision)), desc(applicationSubmissions.no))
    .limit(1);
  return row && openRow(ctx, row);
}

function openRow({ keys }: Ctx, row: typeof applicationSubmissions.$inferSelect): SubmissionFile {
  const { no, at, reasons } = row;
  return { no, at, reasons, ...openSubmission(keys, row) };
}
