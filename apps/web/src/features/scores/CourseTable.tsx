import { useState } from 'react';
import { GRADES } from '@zikao/contract/records';
import { MARK_KEYS, MARKS } from '@zikao/contract/scores';
import { type CourseStatistics, isConspicuous } from '@zikao/contract/score-statistics';
import { Button } from '#ui/Button';
import { type Column, DataTable } from '#ui/DataTable';
import { Dialog } from '#ui/Dialog';
import { Tag } from '#ui/Tag';
import { count, moved, rate } from './figures.ts';
import { Spread } from './Spread.tsx';

type Row = CourseStatistics & { show: () => void };

const COLUMNS: Column<Row>[] = [
  {
    id: 'name',
    title: '课程',
    head: true,
    cell: ({ code, name, show }) => (
      <Button look="plain" size="small" className="scoring__course" onClick={show}>
        <span>
          <span className="num">{code}</span> {name}
          <span className="hidden-text">，查看分布</span>
        </span>
      </Button>
    ),
  },
  { id: 'scores', title: '成绩', align: 'end', cell: ({ scores }) => count(scores) },
  { id: 'present', title: '实考', align: 'end', cell: ({ present }) => count(present) },
  { id: 'passed', title: '合格', align: 'end', cell: ({ passed }) => count(passed) },
  { id: 'rate', title: '合格率', align: 'end', cell: rate },
  {
    id: 'moved',
    title: '比上次',
    align: 'end',
    cell: (course) => {
      const text = moved(course, course.before) || '–';
      return isConspicuous(course) ? <Tag tone="wait">{text}</Tag> : text;
    },
  },
  { id: 'mean', title: '平均分', align: 'end', cell: ({ mean }) => mean ?? '–' },
  { id: 'marks', title: '标记', cell: ({ marks }) => marksText(marks) || '–' },
  {
    id: 'missing',
    title: '缺少',
    align: 'end',
    cell: ({ missing }) => (missing > 0 ? <b>{count(missing)}</b> : '0'),
  },
];

interface Props {
  courses: readonly CourseStatistics[];
  /** Name of the session before. */
  previous: string | undefined;
}

/** One line per course; its distribution on demand. */
export function CourseTable({ courses, previous }: Props) {
  const [open, setOpen] = useState<CourseStatistics>();
  const columns = COLUMNS.map((column) =>
    column.id === 'moved' && previous ? { ...column, title: `比 ${previous}` } : column,
  );
  return (
    <>
      <DataTable
        caption="各课程的统计"
        hideCaption
        dense
        columns={columns}
        items={courses.map((course) => ({ ...course, show: () => setOpen(course) }))}
        keyOf={({ code }) => code}
      />
      {open && <CourseDialog course={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}

function CourseDialog({ course, onClose }: { course: CourseStatistics; onClose: () => void }) {
  const { code, name, passed, present, spread, grades } = course;
  return (
    <Dialog open title={`${code} ${name}`} onClose={onClose}>
      <p className="num">
        合格 {count(passed)}，实考 {count(present)}，合格率 {rate(course)}。
      </p>
      <Spread spread={spread} label="分数分布" />
      {GRADES.some((grade) => grades[grade] > 0) && (
        <p className="num">{GRADES.map((grade) => `${grade} ${count(grades[grade])}`).join('，')}</p>
      )}
    </Dialog>
  );
}

const marksText = (marks: CourseStatistics['marks']) =>
  MARK_KEYS.filter((mark) => marks[mark] > 0)
    .map((mark) => `${MARKS[mark]} ${count(marks[mark])}`)
    .join('，');
