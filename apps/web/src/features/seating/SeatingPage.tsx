import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { generatePath, Link } from 'react-router';
import { permits } from '@zikao/contract/permissions';
import { type SeatingHead, seatingLifecycle } from '@zikao/contract/seating';
import { listSeatingRuns } from '@zikao/contract/seating-runs';
import { call } from '#api/client';
import { sessionQuery } from '#api/session';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { Button } from '#ui/Button';
import { Card } from '#ui/Card';
import { type Column, DataTable } from '#ui/DataTable';
import { formatLongMoment } from '#ui/dates';
import { EmptyState } from '#ui/EmptyState';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { Tag } from '#ui/Tag';
import { Needs } from './Needs.tsx';
import { StartRun } from './StartRun.tsx';
import { SEATING_TONES } from './tones.ts';
import './seating.css';

const columns: Column<SeatingHead>[] = [
  {
    id: 'no',
    title: '编排',
    head: true,
    cell: ({ id, sessionName, no }) => (
      <Link to={generatePath(paths.seatingRun, { run: id })}>
        {sessionName} 第 {no} 次
      </Link>
    ),
  },
  {
    id: 'state',
    title: '状态',
    cell: ({ state }) => <Tag tone={SEATING_TONES[state]}>{seatingLifecycle.states[state]}</Tag>,
  },
  { id: 'at', title: '开始', cell: ({ at }) => <span className="num">{formatLongMoment(at)}</span> },
  {
    id: 'published',
    title: '公布',
    cell: ({ publishedAt }) =>
      publishedAt ? (
        <span className="num">{formatLongMoment(publishedAt)}</span>
      ) : (
        <span className="muted">—</span>
      ),
  },
];

/** 考场编排: all runs, and a new one; a district sees what is published. */
export function SeatingPage() {
  const { data: signedIn } = useQuery(sessionQuery);
  const manages = permits('seating.manage', signedIn?.session?.role);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [listSeatingRuns.path],
    queryFn: ({ pageParam: cursor, signal }) =>
      call(listSeatingRuns, { query: { ...(cursor && { cursor }) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="staff-page seating">
      <PageTitle title="考场编排">
        <p>
          {manages
            ? '先试排，看报告，再公布。试排可以反复进行，公布前考生看不到任何座次。'
            : '本考区已公布的考场座次。'}
        </p>
      </PageTitle>
      {manages && <StartRun />}
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={5} />}
      {data && (
        <Card flush={items.length > 0}>
          <DataTable
            caption="全部编排，最近的在前"
            hideCaption
            dense
            columns={columns}
            items={items}
            keyOf={({ id }) => id}
            empty={
              <EmptyState title={manages ? '还没有编排过' : '还没有公布的座次'}>
                <p>{manages ? '选择考次，点击“开始试排”。' : '省考办公布后在这里查看本考区各考场的座位。'}</p>
              </EmptyState>
            }
          />
        </Card>
      )}
      {hasNextPage && (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          显示更多
        </Button>
      )}
      <Needs />
    </div>
  );
}
