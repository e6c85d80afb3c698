import { useQuery } from '@tanstack/react-query';
import { generatePath, Link } from 'react-router';
import { listSessions, PHASES, type SessionHead } from '@zikao/contract/sessions';
import { query } from '#api/query';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { Card } from '#ui/Card';
import { type Column, DataTable } from '#ui/DataTable';
import { EmptyState } from '#ui/EmptyState';
import { formatLongDay } from '#ui/dates';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { Tag } from '#ui/Tag';
import { NewSession } from './NewSession.tsx';
import './sessions.css';

const columns: Column<SessionHead>[] = [
  {
    id: 'name',
    title: '考次',
    head: true,
    cell: ({ id, name }) => <Link to={generatePath(paths.session, { session: id })}>{name}</Link>,
  },
  {
    id: 'days',
    title: '考试日期',
    cell: ({ firstDay, lastDay }) =>
      firstDay && lastDay
        ? firstDay === lastDay
          ? formatLongDay(firstDay)
          : `${formatLongDay(firstDay)} 至 ${formatLongDay(lastDay)}`
        : '还没有安排场次',
  },
  {
    id: 'current',
    title: '状态',
    cell: ({ phase }) => <Tag tone={phase === 'current' ? 'ok' : 'info'}>{PHASES[phase]}</Tag>,
  },
];

/** 考次与时间: all sessions, and a new one. */
export function SessionsPage() {
  const { data, error, refetch } = useQuery(query(listSessions, {}));
  return (
    <div className="staff-page sessions">
      <PageTitle title="考次与时间">
        <p>每个考次的场次、各项办理时间和考区例外。修改保存后立即生效。</p>
      </PageTitle>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={5} />}
      {data && (
        <>
          <Card flush>
            <DataTable
              caption="全部考次，最近的在前"
              hideCaption
              columns={columns}
              items={data.items}
              keyOf={({ id }) => id}
              empty={<EmptyState title="还没有考次">在下面新建第一个考次。</EmptyState>}
            />
          </Card>
          <NewSession latest={data.items[0]} />
        </>
      )}
    </div>
  );
}
