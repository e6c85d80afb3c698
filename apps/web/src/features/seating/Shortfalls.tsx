import { Link } from 'react-router';
import type { SeatingRun, Shortfall } from '@zikao/contract/seating';
import { paths } from '#paths';
import { Card } from '#ui/Card';
import { type Column, DataTable } from '#ui/DataTable';
import { districtName, slotName } from './names.ts';

const columnsOf = (run: SeatingRun): Column<Shortfall>[] => [
  { id: 'district', title: '考区', head: true, cell: ({ district }) => districtName(run, district) },
  { id: 'slot', title: '场次', cell: ({ slot }) => slotName(run, slot) },
  { id: 'sittings', title: '考生', align: 'end', cell: ({ sittings }) => sittings },
  { id: 'seats', title: '座位', align: 'end', cell: ({ seats }) => seats },
  { id: 'missing', title: '还缺', align: 'end', cell: ({ missing }) => <b>{missing}</b> },
];

/** Where seats are missing; nobody was seated. */
export function Shortfalls({ run, items }: { run: SeatingRun; items: readonly Shortfall[] }) {
  return (
    <Card title="座位不够，没有编排任何人" needsYou>
      <p>
        请在 <Link to={paths.venues}>考点与考场</Link>{' '}
        增加考场或座位，再重新试排。座位数够而仍有缺的，是无障碍座位或相邻座位的规则排不下，请增加无障碍考场或另加考场。
      </p>
      <DataTable
        caption="各考区各场次的缺口"
        hideCaption
        dense
        columns={columnsOf(run)}
        items={items}
        keyOf={({ district, slot }) => `${district} ${slot}`}
      />
    </Card>
  );
}
