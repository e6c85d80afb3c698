import type { ReactNode } from 'react';
import type { MergeComparison, MergeSide } from '@zikao/contract/merges';
import { STANDINGS } from '@zikao/contract/records';
import { type Column, DataTable } from '#ui/DataTable';
import { formatLongDay } from '#ui/dates';

interface Row {
  key: string;
  label: string;
  cells: [ReactNode, ReactNode];
  /** Said in words, not by colour: undefined where there is nothing to compare. */
  same?: boolean | undefined;
}

const columnsOf = ({ sides: [left, right] }: MergeComparison): Column<Row>[] => [
  { id: 'label', title: '项目', head: true, cell: ({ label }) => label },
  { id: 'a', title: left.number, cell: ({ cells }) => cells[0] },
  { id: 'b', title: right.number, cell: ({ cells }) => cells[1] },
  {
    id: 'same',
    title: '比较',
    cell: ({ same }) => (same === undefined ? '—' : same ? '一致' : <b>≠ 不同</b>),
  },
];

/** Both numbers row by row; what differs carries the word 不同. */
export function SideTable({ comparison }: { comparison: MergeComparison }) {
  return (
    <DataTable
      caption="两个准考证号并排比较"
      dense
      columns={columnsOf(comparison)}
      items={rowsOf(comparison)}
      keyOf={({ key }) => key}
    />
  );
}

function rowsOf({ sides, same }: MergeComparison): Row[] {
  const row = (key: string, label: string, say: (side: MergeSide) => ReactNode, agrees?: boolean): Row => ({
    key,
    label,
    cells: [say(sides[0]), say(sides[1])],
    same: agrees,
  });
  const held = ({ account }: MergeSide, say: (one: NonNullable<MergeSide['account']>) => ReactNode) =>
    account ? say(account) : '还没有注册';
  return [
    row('name', '姓名', (side) => held(side, ({ name }) => name), same?.name),
    row('id', '身份证号', (side) => held(side, ({ maskedIdNumber }) => maskedIdNumber), same?.idNumber),
    row('birth', '出生日期', (side) => held(side, ({ birthDate }) => birthDate ?? '不显示'), same?.birthDate),
    row('photo', '照片', (side) => held(side, ({ photo }) => <Photo id={photo} of={side.number} />)),
    row('district', '考区', ({ district, elsewhere }) => (elsewhere ? `${district}（其他考区）` : district)),
    row('origin', '来源', ({ imported }) => (imported ? '历史考籍' : '平台核发')),
    row('registered', '注册', (side) => held(side, ({ registeredAt }) => formatLongDay(registeredAt))),
    row('profile', '基本信息', (side) => held(side, ({ profile }) => profile)),
    row('others', '账号下其他号', (side) => held(side, ({ others }) => others.join('、') || '没有')),
    row('standing', '考籍状态', ({ standing }) => STANDINGS[standing.state]),
    row('enrolments', '报考', ({ enrolments }) => `${enrolments} 次`),
    row('applications', '申请', ({ applications }) => `${applications} 份`),
  ];
}

function Photo({ id, of }: { id: string | undefined; of: string }) {
  if (!id) return '没有照片';
  return (
    <span className="merges__photo">
      <img src={`/api/v1/pictures/${id}`} alt={`准考证号 ${of} 的照片`} />
    </span>
  );
}
