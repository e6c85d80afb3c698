import type { z } from 'zod';
import type { PlanCourse } from '@zikao/contract/exams';
import type { RecordEntry } from '@zikao/contract/records';
import { type Column, DataTable } from '#ui/DataTable';
import { Tag } from '#ui/Tag';

type Course = z.output<typeof PlanCourse> & { kind?: RecordEntry['kind'] };

const KINDS = { passed: '已合格', practice: '已合格', exempted: '已免考', transferred: '已转入' };
const COLUMNS: Column<Course>[] = [
  { id: 'name', title: '课程', head: true, cell: ({ name }) => name },
  { id: 'code', title: '代码', cell: ({ code }) => <span className="num">{code}</span> },
  { id: 'group', title: '类别', cell: ({ group }) => group || '–' },
  { id: 'credits', title: '学分', align: 'end', cell: ({ credits }) => credits ?? '–' },
  {
    id: 'state',
    title: '状态',
    cell: ({ kind }) => (kind ? <Tag tone="ok">{KINDS[kind]}</Tag> : <Tag>未合格</Tag>),
  },
];

/** The courses of a plan, each with how it stands in the record. */
export function PlanTable({
  courses,
  record,
}: {
  courses: readonly Course[];
  record: readonly RecordEntry[];
}) {
  const kinds = new Map(record.map(({ code, kind }) => [code, kind]));
  return (
    <DataTable
      caption="开考计划的课程"
      hideCaption
      columns={COLUMNS}
      items={courses.map((course) => ({ ...course, kind: kinds.get(course.code) }))}
      keyOf={({ code }) => code}
    />
  );
}
