import { COURSE_STATES, type ProgressCourse, type ProgressGroup } from '@zikao/contract/progress';
import { type Column, DataTable } from '#ui/DataTable';
import { Tag, type Tone } from '#ui/Tag';

type Row = ProgressCourse & { group: string };

const TONES: Record<ProgressCourse['state'], Tone> = {
  done: 'ok',
  inProgress: 'wait',
  missing: 'info',
  choice: 'info',
  spare: 'info',
};
const HOW = { passed: '', practice: '', exempted: '免考', transferred: '转入' };

const COLUMNS: Column<Row>[] = [
  {
    id: 'name',
    title: '课程',
    head: true,
    cell: ({ name, code }) => (
      <>
        {name}
        <div className="small muted num plan-code">{code}</div>
      </>
    ),
  },
  { id: 'group', title: '类别', cell: ({ group }) => group || '–' },
  { id: 'credits', title: '学分', align: 'end', cell: ({ credits }) => credits ?? '–' },
  {
    id: 'state',
    title: '状态',
    cell: (course) => (
      <>
        <Tag tone={TONES[course.state]}>{COURSE_STATES[course.state]}</Tag>
        <div className="small muted">{detailOf(course)}</div>
      </>
    ),
  },
];

/** What there is to know of how a course stands: the score and when, or when it can be sat. */
function detailOf({ state, how, score, when, instead, after, offered }: Row): string {
  const points = score && /^\d/.test(score) ? `${score} 分` : score;
  const done = state === 'done' && [how && HOW[how], points, when].filter(Boolean).join('，');
  return [
    done,
    instead && `由 ${instead} 顶替`,
    state === 'inProgress' && when,
    after && (state === 'done' ? `还差理论部分 ${after}` : `先要合格：${after}`),
    offered && state !== 'spare' && `本考次 ${offered}`,
  ]
    .filter(Boolean)
    .join('；');
}

/** The same as the picture, course by course. */
export function Courses({ groups }: { groups: readonly ProgressGroup[] }) {
  return (
    <DataTable
      caption="开考计划的课程与本人的情况"
      hideCaption
      columns={COLUMNS}
      items={groups.flatMap(({ name, items }) => items.map((item) => ({ ...item, group: name })))}
      keyOf={({ code }) => code}
    />
  );
}
