import type { listApplications as contract } from '@zikao/contract/applications/endpoints';
import { stageOf } from '@zikao/contract/applications/lifecycle';
import type { Given } from '@zikao/contract/endpoint';
import type { Signed } from '#platform/context';
import { findKind, getKind } from './find-kind.ts';
import type { ApplicationRow } from './find.ts';
import { ownRows } from './gate.ts';
import { timelinesOf } from './timeline.ts';
import { headOf } from './view.ts';

/** Own applications of every kind, the newest first; drafts that were given up are gone. */
export async function listApplications(ctx: Signed): Promise<Given<typeof contract>> {
  const rows = await ownRows(ctx);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const timelines = await timelinesOf(ctx, [...byId.keys()]);
  const items = headsOf(ctx, rows).map((head) => {
    const kind = getKind(ctx, head.kind);
    const { state, visitedAt } = byId.get(head.id)!;
    const stage = stageOf(state);
    const due = kind.afterwards
      ? stage === 'district'
      : kind.onSite && !visitedAt && kind.onSite.at === stage;
    return {
      ...head,
      title: kind.title,
      ...(due && stage && { expectedAt: stage }),
      timeline: timelines.get(head.id) ?? [],
    };
  });
  return { items: items.toReversed() };
}

/** Heads in the order given, with 序号 counted within their kind. */
export function headsOf(ctx: Signed, rows: readonly ApplicationRow[]) {
  const count = new Map<string, number>();
  return rows.flatMap((row) => {
    const kind = findKind(ctx, row.kind);
    if (!kind || (row.submission === 0 && row.state === 'withdrawn')) return [];
    const no = (count.get(row.kind) ?? 0) + 1;
    count.set(row.kind, no);
    return [headOf(kind, row, no, ctx)];
  });
}
