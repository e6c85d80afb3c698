import { generatePath, Link, type To } from 'react-router';
import type { OfficeWork } from '@zikao/contract/oversight';
import { paths } from '#paths';
import { type Column, DataTable } from '#ui/DataTable';
import { periodColumns, waitingColumns } from './work-columns.tsx';

type Row = OfficeWork & { to: To };

interface Props {
  offices: readonly OfficeWork[];
  period: string;
  now: number;
  /** The filter, carried along. */
  search: string;
}

/** One line per office; its name leads to its own board. */
export function OfficesTable({ offices, period, now, search }: Props) {
  return (
    <DataTable
      caption={`各考区，期间为${period}`}
      dense
      columns={[NAME, ...waitingColumns<Row>(now), ...periodColumns<Row>()]}
      items={offices.map((row) => ({
        ...row,
        to: { pathname: generatePath(paths.officeBoard, { office: row.office }), search },
      }))}
      keyOf={({ office }) => office}
    />
  );
}

const NAME: Column<Row> = {
  id: 'name',
  title: '考区',
  head: true,
  cell: ({ to, name }) => <Link to={to}>{name}</Link>,
};
