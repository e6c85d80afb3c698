import { useInfiniteQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { type AccessEntry, listAccess } from '@zikao/contract/identity';
import { call } from '#api/client';
import { keyOf } from '#api/query';
import { Failure } from '#forms/Failure';
import { Button } from '#ui/Button';
import { Card } from '#ui/Card';
import { formatLongMoment } from '#ui/dates';
import { type Column, DataTable } from '#ui/DataTable';
import { Skeleton } from '#ui/Spinner';

const COLUMNS: Column<z.output<typeof AccessEntry>>[] = [
  {
    id: 'at',
    title: '时间',
    head: true,
    cell: ({ at }) => <span className="num">{formatLongMoment(at)}</span>,
  },
  { id: 'who', title: '单位', cell: ({ who }) => who },
  { id: 'what', title: '做了什么', cell: ({ what }) => what },
];

/** 谁看过我的资料. */
export function AccessLog() {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [...keyOf(listAccess), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      call(listAccess, { query: { limit: 10, cursor: pageParam } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Card title="谁看过我的资料">
      <p className="muted">工作人员每次查看或修改您的资料都有记录。</p>
      {!data && (error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton />)}
      {data && (
        <DataTable
          caption="查看记录"
          hideCaption
          columns={COLUMNS}
          items={data.pages.flatMap(({ items }) => items)}
          keyOf={({ id }) => id}
          empty={<p>还没有工作人员查看过您的资料。</p>}
        />
      )}
      {hasNextPage && (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          显示更多
        </Button>
      )}
    </Card>
  );
}
