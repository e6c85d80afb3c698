import { eq, max } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import type { uploadScores as contract } from '@zikao/contract/score-office';
import { sessionNames } from '#modules/exams';
import { transaction, type Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { toBatch } from './find-batch.ts';
import { lockSession } from './lock-session.ts';
import { scoreBatches } from './tables.ts';

/** Takes a file as an exam office sent it: readable to its end, or refused; kept sealed as it came. */
export async function uploadBatch(
  ctx: Signed,
  { params: { session }, query: { name }, body }: Parsed<typeof contract>,
): Promise<Given<typeof contract>> {
  if (!(await sessionNames(ctx)).has(session)) throw new Problem('notFound');
  const { format, encoding, columns, count } = await ctx.sheets.read(body, { name });
  const id = crypto.randomUUID();
  const file = await ctx.files.put(id, Buffer.from(body));
  const enter = transaction(ctx, async (ctx) => {
    await lockSession(ctx, session);
    const [last] = await ctx.db
      .select({ no: max(scoreBatches.no) })
      .from(scoreBatches)
      .where(eq(scoreBatches.session, session));
    const made = { format, encoding: encoding ?? null, columns, rows: count, bytes: body.length };
    await ctx.db
      .insert(scoreBatches)
      .values({ id, session, no: (last?.no ?? 0) + 1, name, file, ...made, by: ctx.actor.id });
    await trace(ctx, { subject: `scoreBatch:${id}`, why: `上传成绩文件 ${name}` });
    return toBatch(ctx, id);
  });
  return enter.catch(async (error: unknown) => {
    await ctx.files.remove(file);
    throw error;
  });
}
