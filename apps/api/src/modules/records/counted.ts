import type { Grade, PastEntry, RecordKind } from '@zikao/contract/records';
import type { recordEntries } from './tables.ts';

export type EntryRow = typeof recordEntries.$inferSelect;
/** An entry that says something of a course, not a reversal. */
export type Entry = EntryRow & { kind: RecordKind };

export interface Past {
  entry: Entry;
  because: PastEntry['because'];
  reversal?: EntryRow;
}

/** What of a record counts, one entry per course, and what does not any more, with the reason. Rows come oldest first. */
export function counted(rows: readonly EntryRow[]): { counting: Map<string, Entry>; past: Past[] } {
  const reversals = new Map(rows.flatMap((row) => (row.reverses ? [[row.reverses, row] as const] : [])));
  const counting = new Map<string, Entry>();
  const past: Past[] = [];
  for (const entry of rows.filter(isEntry)) {
    const reversal = reversals.get(entry.id);
    if (reversal) past.push({ entry, because: 'reversed', reversal });
    else if (entry.score === '不合格') past.push({ entry, because: 'failed' });
    else {
      const before = counting.get(entry.course);
      const kept = before && isBetter(before, entry) ? before : entry;
      counting.set(entry.course, kept);
      if (before) past.push({ entry: kept === before ? entry : before, because: 'bettered' });
    }
  }
  return { counting, past };
}

/**
 * Of several the best counts (domain: 同一课程取最高分), of equals the latest: a total order, so that it does not matter
 * in which order numbers are merged. A grade weighs what its band begins with, 免考 less than any score.
 */
const isBetter = (before: Entry, entry: Entry) => weightOf(before) > weightOf(entry);

const BANDS: Record<Grade, number> = { 优秀: 90, 良好: 80, 中等: 70, 合格: 60, 不合格: 0 };

const weightOf = ({ score }: Entry): number =>
  score === null ? -1 : (BANDS[score as Grade] ?? (Number(score) || 0));

const isEntry = (row: EntryRow): row is Entry => row.kind !== 'reversal';
