import { useState } from 'react';
import type { Slot } from '@zikao/contract/exams';
import type { TableRow } from '@zikao/contract/table-rows';
import { Button } from '#ui/Button';
import { Card } from '#ui/Card';
import { formatWeekday } from '#ui/dates';
import { RowDialog } from './RowDialog.tsx';
import type { Shown } from './tables.ts';
import { useCourses } from './use-courses.ts';

interface Props {
  slot: Slot;
  shown: Shown;
  rows: TableRow[];
  onChange(): void;
}

/** What is sat in one half-day. */
export function SlotCourses({ slot: { no, date, part, start, end }, shown, rows, onChange }: Props) {
  const [open, setOpen] = useState<TableRow | 'new'>();
  const names = useCourses();
  const close = () => setOpen(undefined);
  const done = () => {
    close();
    onChange();
  };
  const when = `${formatWeekday(`${date}T12:00:00+08:00`)} ${part === 'am' ? '上午' : '下午'} ${start} – ${end}`;
  return (
    <Card
      title={`第 ${no} 场　${when}`}
      side={
        <Button size="small" onClick={() => setOpen('new')}>
          新增课程<span className="hidden-text">到第 {no} 场</span>
        </Button>
      }
    >
      <ul className="group__courses">
        {rows.map((row) => (
          <li key={row.key}>
            <span className="num">{row.key}</span> {names.get(row.key)}
            <Button size="small" look="plain" onClick={() => setOpen(row)}>
              改场次<span className="hidden-text">或取消 {row.key}</span>
            </Button>
          </li>
        ))}
        {rows.length === 0 && <li className="muted">这一场还没有课程</li>}
      </ul>
      {open === 'new' && <RowDialog {...shown} settled={{ slot: no }} onClose={close} onDone={done} />}
      {open && open !== 'new' && <RowDialog {...shown} row={open} onClose={close} onDone={done} />}
    </Card>
  );
}
