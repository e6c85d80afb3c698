import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TableRow } from '@zikao/contract/table-rows';
import { Failure } from '#forms/Failure';
import { Button } from '#ui/Button';
import { Card } from '#ui/Card';
import { Skeleton } from '#ui/Spinner';
import { Tag } from '#ui/Tag';
import { allRows } from './calls.ts';
import { CopyDialog } from './CopyDialog.tsx';
import { Group } from './Group.tsx';
import { RowDialog } from './RowDialog.tsx';
import { shownTable } from './tables.ts';

interface Props {
  plan: TableRow;
  stand: 'inForce' | 'ahead' | 'past';
  onChange(): void;
}

const STANDS = { inForce: '执行中', ahead: '未到执行日期', past: '已由新版接替' };

/** One version of a plan, group by group. One that candidates follow says so when it is changed: it is copied instead. */
export function VersionCard({ plan, stand, onChange }: Props) {
  const { major = '', version = '', from, minCourses, minCredits, conditions } = plan.cells;
  const [open, setOpen] = useState<'change' | 'copy' | 'group'>();
  const close = () => setOpen(undefined);
  const done = () => {
    close();
    onChange();
  };
  const of = ({ cells }: TableRow) => cells.major === major && cells.version === version;
  const { data, error, refetch } = useQuery({
    queryKey: ['catalogue', 'plan', plan.key],
    queryFn: async () => ({
      groups: (await allRows(shownTable('groups').calls, `${major} ${version}`)).filter(of),
      courses: (await allRows(shownTable('plan-courses').calls, `${major} ${version}`)).filter(of),
    }),
  });
  const facts = [
    `${from} 起执行`,
    minCourses && `不少于 ${minCourses} 门`,
    minCredits && `不低于 ${minCredits} 学分`,
  ];
  return (
    <Card
      title={`版本 ${version}`}
      side={<Tag tone={stand === 'inForce' ? 'ok' : 'info'}>{STANDS[stand]}</Tag>}
    >
      <p>
        {facts.filter(Boolean).join('，')}
        {conditions && `。毕业条件：${conditions}`}
      </p>
      <div className="catalogue__acts">
        <Button size="small" onClick={() => setOpen('copy')}>
          另建新版本
        </Button>
        <Button size="small" onClick={() => setOpen('change')}>
          修改这一版
        </Button>
        <Button size="small" onClick={() => setOpen('group')}>
          新增课程组
        </Button>
      </div>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={4} />}
      {data?.groups.map((group) => (
        <Group
          key={group.key}
          group={group}
          courses={data.courses.filter(({ cells }) => cells.group === group.cells.name)}
          onChange={onChange}
        />
      ))}
      {open === 'change' && <RowDialog {...shownTable('plans')} row={plan} onClose={close} onDone={done} />}
      {open === 'copy' && <CopyDialog major={major} version={version} onClose={close} onDone={done} />}
      {open === 'group' && (
        <RowDialog {...shownTable('groups')} settled={{ major, version }} onClose={close} onDone={done} />
      )}
    </Card>
  );
}
