import type { SeatingReport, SeatingRun } from '@zikao/contract/seating';
import { Card } from '#ui/Card';
import { type Column, DataTable } from '#ui/DataTable';
import { districtName, slotName } from './names.ts';

type OfDistrict = SeatingReport['byDistrict'][number];

const columnsOf = (run: SeatingRun): Column<OfDistrict>[] => [
  { id: 'district', title: '考区', head: true, cell: ({ district }) => districtName(run, district) },
  { id: 'slot', title: '场次', cell: ({ slot }) => slotName(run, slot) },
  { id: 'sittings', title: '考生', align: 'end', cell: ({ sittings }) => sittings },
  { id: 'seats', title: '座位', align: 'end', cell: ({ seats }) => seats },
  {
    id: 'use',
    title: '用去',
    align: 'end',
    cell: ({ sittings, seats }) => `${seats ? Math.round((sittings / seats) * 100) : 0}%`,
  },
];

/** What the province reads before it publishes. */
export function RunReport({ run, report }: { run: SeatingRun; report: SeatingReport }) {
  const facts: [string, number, string?][] = [
    ['人次', report.sittings],
    ['考场（各场次之和）', report.rooms],
    ['其中混编', report.mixedRooms],
    ['用到的考场里的空座', report.emptySeats],
    ['相邻同课程', report.equalNeighbours, '混编考场里前后左右坐同一门课程的对数'],
    ['当天换考点', report.moves, '一天里要去两个考点的考生'],
  ];
  return (
    <Card title="编排报告">
      <dl className="seating__facts">
        {facts.map(([label, value, note]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="num">{value}</dd>
            {note && <dd className="seating__note">{note}</dd>}
          </div>
        ))}
      </dl>
      <DataTable
        caption="各考区各场次"
        dense
        columns={columnsOf(run)}
        items={report.byDistrict}
        keyOf={({ district, slot }) => `${district} ${slot}`}
      />
    </Card>
  );
}
