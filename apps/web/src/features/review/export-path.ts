import type { ExportName } from '@zikao/contract/exports';
import type { Queue } from '@zikao/contract/review';
import { paths } from '#paths';

const LISTS: Record<string, ExportName> = { profiles: 'candidates', enrolments: 'enrolments' };

/** 导出 of the list that a queue shows, narrowed down as it is now. */
export function exportPath(queue: Queue, { state, search }: { state: string; search: string }): string {
  const list = LISTS[queue] ?? 'applications';
  const chosen = new URLSearchParams({ list });
  if (list === 'applications') chosen.set('kind', queue);
  if (/^(approved|rejected)$/.test(state)) chosen.set('state', state);
  if (search) chosen.set('search', search);
  return `${paths.exports}?${chosen}`;
}
