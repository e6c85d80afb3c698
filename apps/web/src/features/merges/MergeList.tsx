import { useInfiniteQuery } from '@tanstack/react-query';
import { generatePath, Link } from 'react-router';
import { listMerges, type Merge, mergeLifecycle } from '@zikao/contract/merges';
import { call } from '#api/client';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { Button } from '#ui/Button';
import { type Column, DataTable } from '#ui/DataTable';
import { formatLongMoment } from '#ui/dates';
import { EmptyState } from '#ui/EmptyState';
import { Skeleton } from '#ui/Spinner';
import { Tag } from '#ui/Tag';

const COLUMNS: Column<Merge>[] = [
  {
    id: 'name',
    title: '姓名',
    head: true,
    cell: ({ id, name }) => <Link to={generatePath(paths.merge, { id })}>{name}</Link>,
  },
  { id: 'surviving', title: '保留的号', cell: ({ surviving }) => <span className="num">{surviving}</span> },
  { id: 'absorbed', title: '并入的号', cell: ({ absorbed }) => <span className="num">{absorbed}</span> },
  {
    id: 'district',
    title: '考区',
    cell: ({ district, otherDistrict }) =>
      district === otherDistrict ? district : `${district}、${otherDistrict}`,
  },
  { id: 'by', title: '办理人', cell: ({ by }) => by },
  {
    id: 'at',
    title: '办理时间',
    cell: ({ at }) => (
      <time className="num" dateTime={at}>
        {formatLongMoment(at)}
      </time>
    ),
  },
  {
    id: 'state',
    title: '状态',
    cell: ({ state }) => <Tag tone={state === 'done' ? 'ok' : 'info'}>{mergeLifecycle.states[state]}</Tag>,
  },
];

/** What was merged: of the own district, for the province all. */
export function MergeList() {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [listMerges.path],
    queryFn: ({ pageParam: cursor, signal }) =>
      call(listMerges, { query: { ...(cursor && { cursor }) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  return (
    <section className="merges__part" aria-label="合档记录">
      <h2>合档记录</h2>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={4} />}
      {data && (
        <DataTable
          caption="办理过的合档，最近的在前"
          hideCaption
          dense
          columns={COLUMNS}
          items={data.pages.flatMap((page) => page.items)}
          keyOf={({ id }) => id}
          empty={<EmptyState title="还没有办理过合档" />}
        />
      )}
      {hasNextPage && (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          显示更多
        </Button>
      )}
    </section>
  );
}
