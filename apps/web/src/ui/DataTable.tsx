import type { ReactNode } from 'react';
import './data-table.css';

export type Column<Item> = {
  id: string;
  title: string;
  cell: (item: Item) => ReactNode;
  /** `end` for numbers. */
  align?: 'start' | 'end';
  /** The cell that names the row: the head of its card on a phone. */
  head?: boolean;
};

type Props<Item> = {
  caption: string;
  hideCaption?: boolean;
  columns: readonly Column<Item>[];
  items: readonly Item[];
  keyOf: (item: Item) => string;
  /** Shown instead of an empty table. */
  empty?: ReactNode;
  dense?: boolean;
  stickyHead?: boolean;
};

/** A table that becomes a list of cards on a phone. The roles keep it a table for screen readers there. */
export function DataTable<Item>(props: Props<Item>) {
  const { caption, hideCaption, columns, items, keyOf, empty, dense, stickyHead } = props;
  if (items.length === 0 && empty) return <>{empty}</>;
  const names = ['table', dense && 'table--dense', stickyHead && 'table--sticky'].filter(Boolean).join(' ');
  return (
    <table className={names} role="table">
      <caption className={hideCaption ? 'hidden-text' : 'table__caption'}>{caption}</caption>
      <thead role="rowgroup" className="table__head">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.id} scope="col" role="columnheader" className={alignOf(column)}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {items.map((item) => (
          <tr key={keyOf(item)} role="row">
            {columns.map((column) => (
              <Cell key={column.id} column={column} item={item} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<Item>({ column, item }: { column: Column<Item>; item: Item }) {
  const content = <div className="table__value">{column.cell(item)}</div>;
  if (column.head)
    return (
      <th scope="row" role="rowheader" className="table__name">
        {content}
      </th>
    );
  return (
    <td role="cell" className={alignOf(column)} data-title={column.title}>
      {content}
    </td>
  );
}

const alignOf = (column: { align?: 'start' | 'end' }) => (column.align === 'end' ? 'table__end' : undefined);
