import type { Case } from '@zikao/contract/review';
import { RowsTable } from './RowsTable.tsx';

/** What the officers before filled in with their decisions. */
export function Outcome({ groups }: { groups: NonNullable<Case['outcome']> }) {
  return groups.map(({ title, rows }) => (
    <RowsTable key={title} title={title} rows={rows.map((row) => ({ ...row, changed: false }))} />
  ));
}
