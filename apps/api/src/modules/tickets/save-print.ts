import { Readable } from 'node:stream';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { zip } from '#platform/zip';
import { getPrint } from './view-print.ts';

/** Everything a print has made, as one ZIP file that is unsealed part by part while it is sent. */
export async function savePrint(ctx: Signed, id: string): Promise<Readable> {
  const { state, files } = await getPrint(ctx, id);
  if (state !== 'ready') throw new Problem('print.notReady');
  await trace(ctx, { subject: `print:${id}` });
  async function* parts() {
    for (const { name, file } of files) yield { name, bytes: await ctx.files.get(file) };
  }
  return Readable.from(zip(parts()));
}
