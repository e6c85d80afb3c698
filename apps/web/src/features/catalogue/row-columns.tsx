import { generatePath, Link } from 'react-router';
import type { TableRow } from '@zikao/contract/table-rows';
import { paths } from '#paths';
import { Button } from '#ui/Button';
import type { Column } from '#ui/DataTable';
import type { Shown } from './tables.ts';

/** The columns of a table's list, the first of which opens what it is about. */
export function columnsOf(
  { definition, columns }: Shown,
  names: ReadonlyMap<string, string>,
  open: (row: TableRow) => void,
): Column<TableRow>[] {
  const majors = columns[0] === 'code' && 'level' in definition.columns;
  return [
    ...columns.map((field, at): Column<TableRow> => {
      const { title, input } = definition.columns[field]!;
      return {
        id: field,
        title,
        ...(at === 0 && { head: true }),
        ...(input === 'number' && { align: 'end' }),
        cell: ({ cells }) => (
          <Cell
            field={majors && field === 'code' ? 'major' : field}
            text={cells[field] ?? ''}
            names={names}
          />
        ),
      };
    }),
    {
      id: 'change',
      title: '操作',
      cell: (row) => (
        <Button size="small" look="plain" onClick={() => open(row)}>
          修改<span className="hidden-text">{row.key}</span>
        </Button>
      ),
    },
  ];
}

function Cell({ field, text, names }: { field: string; text: string; names: ReadonlyMap<string, string> }) {
  if (text === '') return <span className="muted">—</span>;
  if (field === 'course' || field === 'theory')
    return (
      <>
        <span className="num">{text}</span> {names.get(text)}
      </>
    );
  if (field !== 'major') return <>{text}</>;
  return (
    <Link className="num" to={generatePath(paths.catalogueMajor, { major: text })}>
      {text}
    </Link>
  );
}
