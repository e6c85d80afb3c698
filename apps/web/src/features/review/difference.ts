import type { Reason } from '@zikao/contract/candidates';
import type { Case } from '@zikao/contract/review';

type Groups = Case['groups'];

export interface ComparedRow {
  key: string;
  label: string;
  /** Absent: the row is not there any more. */
  text?: string;
  picture?: string;
  /** Lines of a table, its head first. */
  lines?: string[][];
  files?: { id: string; name: string }[];
  /** The text of the submission before where it was another; empty when the row is new. */
  before?: string;
  changed: boolean;
  /** Why this row was sent back last time. */
  reason?: string;
}
export interface ComparedGroup {
  title: string;
  rows: ComparedRow[];
}

/** The rows of a submission beside those of the one before: what changed, and what was asked to change. */
export function compare(
  groups: Groups,
  previous: Groups | undefined,
  reasons: readonly Reason[],
): ComparedGroup[] {
  const before = new Map(previous?.flatMap(({ rows }) => rows).map((row) => [row.key, row]));
  const now = new Set(groups.flatMap(({ rows }) => rows.map(({ key }) => key)));
  const asked = reasonOf(reasons);

  const compared = groups.map(({ title, rows }) => ({
    title,
    rows: rows.map((row): ComparedRow => {
      const last = before.get(row.key);
      const changed = previous !== undefined && contentOf(row) !== contentOf(last);
      return { ...row, ...asked(row.key), changed, ...(changed && { before: last?.text ?? '' }) };
    }),
  }));
  const gone = (previous ?? []).map(({ title, rows }) => ({
    title,
    rows: rows
      .filter(({ key }) => !now.has(key))
      .map(({ key, label, text }): ComparedRow => ({
        key,
        label,
        before: text,
        changed: true,
        ...asked(key),
      })),
  }));
  return mergeByTitle([...compared, ...gone]);
}

/** What makes two answers the same, beyond their words: the picture, the files. */
const contentOf = (row: Groups[number]['rows'][number] | undefined) =>
  JSON.stringify([row?.text, row?.picture, row?.files?.map(({ id }) => id)]);

/** How many rows differ; 0 on a first submission. */
export function countChanges(groups: readonly ComparedGroup[]): number {
  return groups.flatMap(({ rows }) => rows).filter(({ changed }) => changed).length;
}

/** The lines that went and the lines that came, for a row that is a list (courses); undefined for a single line. */
export function changedLines(before: string, text: string): { gone: string[]; come: string[] } | undefined {
  if (!before.includes('\n') && !text.includes('\n')) return undefined;
  const [old, now] = [before.split('\n'), text.split('\n')];
  const isText = (line: string) => line.trim() !== '';
  return {
    gone: old.filter((line) => isText(line) && !now.includes(line)),
    come: now.filter((line) => isText(line) && !old.includes(line)),
  };
}

function reasonOf(reasons: readonly Reason[]) {
  return (key: string) => {
    const texts = reasons.filter(({ field }) => field === key).map(({ text }) => text);
    return texts.length ? { reason: texts.join('；') } : {};
  };
}

function mergeByTitle(groups: ComparedGroup[]): ComparedGroup[] {
  const merged = new Map<string, ComparedGroup>();
  for (const { title, rows } of groups)
    merged.set(title, { title, rows: [...(merged.get(title)?.rows ?? []), ...rows] });
  return [...merged.values()].filter(({ rows }) => rows.length > 0);
}
