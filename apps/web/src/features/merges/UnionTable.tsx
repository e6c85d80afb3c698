import type { MergeComparison } from '@zikao/contract/merges';
import { type Column, DataTable } from '#ui/DataTable';
import { EmptyState } from '#ui/EmptyState';

type Course = MergeComparison['courses'][number];

const columnsOf = (sides: MergeComparison['sides']): Column<Course>[] => [
  {
    id: 'course',
    title: '课程',
    head: true,
    cell: ({ code, name }) => (
      <>
        {name}
        <small className="merges__minor num">{code}</small>
      </>
    ),
  },
  ...sides.map(({ number }, side): Column<Course> => ({
    id: number,
    title: number,
    cell: ({ held, counts }) => <Held held={held[side]!} counts={counts === side} />,
  })),
];

/** 合并以后的合格成绩: per course what each number holds; what counts afterwards carries the word 计入. */
export function UnionTable({ comparison: { sides, courses } }: { comparison: MergeComparison }) {
  return (
    <DataTable
      caption={`合并以后的合格成绩（${courses.length} 门，同一课程取最高分，来源保留）`}
      dense
      columns={columnsOf(sides)}
      items={courses}
      keyOf={({ code }) => code}
      empty={<EmptyState title="两个号都还没有合格成绩" />}
    />
  );
}

function Held({ held, counts }: { held: Course['held'][number]; counts: boolean }) {
  if (!held) return '—';
  return (
    <>
      <span className="num">{held.score || held.kind}</span>
      {counts && <span className="merges__mark">✓ 计入</span>}
      <small className="merges__minor">
        {held.kind}，{held.when}，{held.origin}
      </small>
    </>
  );
}
