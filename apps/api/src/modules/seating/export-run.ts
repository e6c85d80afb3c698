import type { Given, Parsed } from '@zikao/contract/endpoint';
import type { exportSeatingRun as contract } from '@zikao/contract/seating-runs';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { getRun } from './find-run.ts';
import type { Place, SeatingInput } from './plan/index.ts';
import { readSeats } from './read-seats.ts';
import { openSeed } from './seed.ts';

/** What the download holds: enough for anybody to plan it again and to compare. */
export interface ExportedRun {
  session: string;
  no: number;
  publishedAt: string;
  /** SHA-256 of `input.seed`, shown before the run. */
  seedHash: string;
  input: SeatingInput;
  /** By sitting, as the run placed them; who was moved by hand since is where the run had put them. */
  places: Place[];
}

/** The input of a run and its places; only once it was published, since the seed is in it. */
export async function exportRun(
  ctx: Signed,
  { params: { run: id } }: Parsed<typeof contract>,
): Promise<Given<typeof contract>> {
  const run = await getRun(ctx, id);
  if (!run.publishedAt) throw new Problem('conflict', '公布之后才能导出编排输入：其中有种子。');
  const { input, seats, frozen } = await readSeats(ctx, run);
  const planned = seats.flatMap(({ plannedRoom, plannedSeat }, at) =>
    plannedRoom && plannedSeat ? [{ at, place: { ...frozen.at.get(plannedRoom)!, seat: plannedSeat } }] : [],
  );
  const file: ExportedRun = {
    session: run.session,
    no: run.no,
    publishedAt: run.publishedAt.toISOString(),
    seedHash: run.seedHash,
    input: {
      ...input,
      seed: openSeed(ctx, run.seedSealed),
      sittings: planned.map(({ at }) => input.sittings[at]!),
    },
    places: planned.map(({ place }) => place),
  };
  await trace(ctx, { subject: `seating:${id}`, why: `导出 ${planned.length} 人次的编排输入` });
  return new Uint8Array(Buffer.from(JSON.stringify(file)));
}
