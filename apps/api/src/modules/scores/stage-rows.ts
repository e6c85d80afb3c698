import { and, eq, sql } from 'drizzle-orm';
import { coursesOf, examRules } from '#modules/exams';
import type { Ctx } from '#platform/context';
import type { BatchRow } from './find-batch.ts';
import { type ReadRow, readRow } from './read-row.ts';
import { scoreBatches, scoreRows } from './tables.ts';

/** Reads the sealed file into rows, some thousand at a time; each is on record, so the screen can tell how far it is. */
export async function stageRows(ctx: Ctx, batch: BatchRow): Promise<boolean> {
  await ctx.db.delete(scoreRows).where(eq(scoreRows.batch, batch.id));
  const courses = new Set((await coursesOf(ctx)).keys());
  const { passMark } = await examRules(ctx);
  const settings = { mapping: batch.mapping!, courses, passMark };
  const { rows } = await ctx.sheets.read(await ctx.files.get(batch.file), { name: batch.name });
  let read = 0;
  for await (const part of rows) {
    await insertRows(
      ctx,
      batch,
      part.map(({ no, cells }) => readRow(no, cells, settings)),
    );
    read += part.length;
    const still = and(eq(scoreBatches.id, batch.id), eq(scoreBatches.job, batch.job!));
    const goesOn = await ctx.db
      .update(scoreBatches)
      .set({ read })
      .where(and(still, eq(scoreBatches.state, 'checking')))
      .returning({ id: scoreBatches.id });
    if (goesOn.length === 0) return false;
  }
  return true;
}

async function insertRows(ctx: Ctx, { id, session }: BatchRow, rows: readonly ReadRow[]): Promise<void> {
  const column = <T>(of: (row: ReadRow) => T) => sql.param(rows.map(of));
  await ctx.db.execute(sql`
    insert into ${scoreRows}
      (batch, session, no, admission_number, name, course, value, number, mark, grade, passed, faults)
    select ${id}, ${session}, no, admission, name, course, value, number, mark, grade, passed, faults::jsonb
    from unnest(
      ${column(({ no }) => no)}::int[], ${column(({ admissionNumber }) => admissionNumber)}::text[],
      ${column(({ name }) => name)}::text[], ${column(({ course }) => course)}::text[],
      ${column(({ value }) => value)}::text[], ${column(({ number }) => number)}::numeric[],
      ${column(({ mark }) => mark)}::text[], ${column(({ grade }) => grade)}::text[],
      ${column(({ passed }) => passed)}::boolean[],
      ${column(({ faults }) => JSON.stringify(faults.map((code) => ({ code }))))}::text[])
      as read(no, admission, name, course, value, number, mark, grade, passed, faults)`);
}
