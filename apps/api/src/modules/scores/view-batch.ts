import { eq } from 'drizzle-orm';
import type { Mapping } from '@zikao/contract/score-imports';
import type { BatchView } from '@zikao/contract/score-office';
import type { Signed } from '#platform/context';
import { type BatchRow, getBatch, toBatch } from './find-batch.ts';
import { guessMapping, makeOf } from './guess-mapping.ts';
import { scoreMappings } from './tables.ts';

const SAMPLES = 5;

/** A batch with what the mapping screen needs. The file is opened only while its columns may still be mapped. */
export async function viewBatch(ctx: Signed, id: string): Promise<BatchView> {
  const row = await getBatch(ctx, id);
  const batch = await toBatch(ctx, id);
  const open = batch.actions.includes('check');
  return {
    ...batch,
    columns: row.columns,
    samples: open ? await samplesOf(ctx, row) : [],
    ...(await mappingOf(ctx, row)),
  };
}

async function samplesOf(ctx: Signed, { file, name }: BatchRow): Promise<string[][]> {
  const { rows } = await ctx.sheets.read(await ctx.files.get(file), { name });
  for await (const part of rows) return part.slice(0, SAMPLES).map(({ cells }) => cells);
  return [];
}

async function mappingOf(ctx: Signed, row: BatchRow): Promise<{ mapping: Mapping; from: BatchView['from'] }> {
  if (row.mapping) return { mapping: row.mapping, from: 'batch' };
  const [known] = await ctx.db
    .select()
    .from(scoreMappings)
    .where(eq(scoreMappings.columns, makeOf(row)));
  if (known) return { mapping: known.mapping, from: 'remembered' };
  return { mapping: guessMapping(row.columns), from: 'guessed' };
}
