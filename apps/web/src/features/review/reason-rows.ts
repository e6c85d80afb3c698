import type { EditedReason, ReasonList } from '@zikao/contract/review-reasons';

/** A reason while the list is edited. */
export interface EditedRow extends EditedReason {
  key: string;
  uses: number;
}

export function rowsOf(items: ReasonList['items']): EditedRow[] {
  return items.map(({ code, field, label, text, uses }) => ({ key: code, code, field, label, text, uses }));
}

/** As it is sent. */
export function editedOf({ code, field, label, text }: EditedRow): EditedReason {
  return { ...(code && { code }), field, label, text };
}

/** The rows with one moved up or down by a place; beyond the ends nothing moves. */
export function moved(rows: readonly EditedRow[], index: number, step: -1 | 1): EditedRow[] {
  const row = rows[index];
  const to = index + step;
  if (!row || to < 0 || to >= rows.length) return [...rows];
  return rows.toSpliced(index, 1).toSpliced(to, 0, row);
}
