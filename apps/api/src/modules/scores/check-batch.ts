import { eq } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import type { checkScoreBatch as contract } from '@zikao/contract/score-office';
import type { Mapping } from '@zikao/contract/score-imports';
import { coursesOf } from '#modules/exams';
import { act } from '#platform/act';
import { appNow } from '#platform/clock';
import { transaction, type Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { type BatchRow, getBatch, toBatch } from './find-batch.ts';
import { makeOf } from './guess-mapping.ts';
import { batchSubject } from './subjects.ts';
import { scoreBatches, scoreMappings } from './tables.ts';

/** The columns are settled: a job reads and judges every row. The mapping is kept for the next file of this making. */
export async function checkBatch(
  ctx: Signed,
  { params: { batch: id }, body: { mapping, replaces } }: Parsed<typeof contract>,
): Promise<Given<typeof contract>> {
  const row = await getBatch(ctx, id);
  await refuseWrong(ctx, row, mapping);
  const job = crypto.randomUUID();
  await transaction(ctx, async (ctx) => {
    const result = { rows: 0, good: 0, faults: {}, replaces, changes: 0 };
    await act(ctx, batchSubject, 'check', id, { set: { job, mapping, result, read: 0, fault: null } });
    await ctx.db
      .insert(scoreMappings)
      .values({ columns: makeOf(row), mapping })
      .onConflictDoUpdate({ target: scoreMappings.columns, set: { mapping, at: appNow } });
    await ctx.jobs.enqueue(ctx.db, 'checkScores', job, { batch: id });
  });
  ctx.wake();
  return toBatch(ctx, id);
}

async function refuseWrong(ctx: Signed, { columns }: BatchRow, mapping: Mapping): Promise<void> {
  const errors = (['number', 'name', 'course', 'value', 'mark', 'passed'] as const)
    .filter((part) => (mapping[part] ?? 0) >= columns.length)
    .map((part) => ({ path: `mapping.${part}`, message: '文件里没有这一列，请重新选择' }));
  const { oneCourse } = mapping;
  if (oneCourse && !(await coursesOf(ctx, [oneCourse])).has(oneCourse))
    errors.push({ path: 'mapping.oneCourse', message: `没有代码为 ${oneCourse} 的课程，请核对` });
  if (errors.length > 0) throw new Problem('request.invalid', { errors });
}

/** The batch while this very job is to check it: not when it was discarded, or is checked anew by another. */
export async function findChecking(
  ctx: Pick<Signed, 'db'>,
  id: string,
  job: string,
): Promise<BatchRow | undefined> {
  const [row] = await ctx.db.select().from(scoreBatches).where(eq(scoreBatches.id, id));
  return row?.state === 'checking' && row.job === job ? row : undefined;
}
