import { useState } from 'react';
import type { TableRow } from '@zikao/contract/table-rows';
import { Button } from '#ui/Button';
import { RowDialog } from './RowDialog.tsx';
import { shownTable } from './tables.ts';
import { useCourses } from './use-courses.ts';

interface Props {
  group: TableRow;
  courses: TableRow[];
  onChange(): void;
}
type Open = { row: TableRow; table: 'groups' | 'plan-courses' } | 'new';

/** A group of a plan: what it asks, and its courses. */
export function Group({ group, courses, onChange }: Props) {
  const [open, setOpen] = useState<Open>();
  const names = useCourses();
  const { major = '', version = '', name = '' } = group.cells;
  const close = () => setOpen(undefined);
  const done = () => {
    close();
    onChange();
  };
  return (
    <section className="group" aria-label={`版本 ${version} 课程组 ${name}`}>
      <div className="catalogue__acts">
        <h3 className="group__name">{name}</h3>
        <span className="muted">{askedText(group.cells)}</span>
        <Button size="small" look="plain" onClick={() => setOpen({ row: group, table: 'groups' })}>
          修改<span className="hidden-text">课程组 {name}</span>
        </Button>
        <Button size="small" look="plain" onClick={() => setOpen('new')}>
          新增课程<span className="hidden-text">到 {name}</span>
        </Button>
      </div>
      <ul className="group__courses">
        {courses.map((row) => (
          <li key={row.key}>
            <span className="num">{row.cells.course}</span>{' '}
            {names.get(row.cells.course ?? '') ?? '课程表里没有'}
            <Button size="small" look="plain" onClick={() => setOpen({ row, table: 'plan-courses' })}>
              修改<span className="hidden-text">{row.cells.course}</span>
            </Button>
          </li>
        ))}
        {courses.length === 0 && <li className="muted">还没有课程</li>}
      </ul>
      {open === 'new' && (
        <RowDialog
          {...shownTable('plan-courses')}
          settled={{ major, version, group: name }}
          onClose={close}
          onDone={done}
        />
      )}
      {open && open !== 'new' && (
        <RowDialog {...shownTable(open.table)} row={open.row} onClose={close} onDone={done} />
      )}
    </section>
  );
}

/** 全部合格；不少于 3 门、14 学分；最多计 1 门；毕业考核 */
function askedText({ rule, minCourses, minCredits, maxCourses, last }: Record<string, string>): string {
  const least = [minCourses && `${minCourses} 门`, minCredits && `${minCredits} 学分`]
    .filter(Boolean)
    .join('、');
  const asked = rule === '全部合格' ? rule : least ? `不少于 ${least}` : '按计划的总门数和总学分';
  return [asked, maxCourses && `最多计 ${maxCourses} 门`, last === '是' && '其余课程合格后参加']
    .filter(Boolean)
    .join('，');
}
