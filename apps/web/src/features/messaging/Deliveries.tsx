import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  type Delivery,
  type LaneState,
  LANES,
  listDeliveries,
  retryDelivery,
} from '@zikao/contract/deliveries';
import { call } from '#api/client';
import { keyOf } from '#api/query';
import { Failure } from '#forms/Failure';
import { Button } from '#ui/Button';
import { Card } from '#ui/Card';
import { type Column, DataTable } from '#ui/DataTable';
import { formatLongMoment } from '#ui/dates';
import { Skeleton } from '#ui/Spinner';
import { Tag } from '#ui/Tag';
import { showToast } from '#ui/Toast';

const REFRESH_MS = 30_000;

const columns = (retry: (delivery: Delivery) => void): Column<Delivery>[] => [
  { id: 'title', title: '消息', head: true, cell: ({ title }) => title },
  { id: 'lane', title: '方式', cell: ({ lane }) => LANES[lane] },
  { id: 'at', title: '产生时间', cell: ({ at }) => <span className="num">{formatLongMoment(at)}</span> },
  { id: 'attempts', title: '已试', align: 'end', cell: ({ attempts }) => `${attempts} 次` },
  {
    id: 'nextAt',
    title: '下次',
    cell: ({ nextAt }) => <span className="num">{formatLongMoment(nextAt)}</span>,
  },
  { id: 'fault', title: '故障', cell: ({ fault }) => <code>{fault ?? '–'}</code> },
  {
    id: 'act',
    title: '操作',
    cell: (delivery) => (
      <Button size="small" onClick={() => retry(delivery)}>
        立即再发
      </Button>
    ),
  },
];

/** What waits and what is stuck. Nothing is given up: it is tried again, at last once an hour. */
export function Deliveries() {
  const client = useQueryClient();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: keyOf(listDeliveries),
    queryFn: ({ pageParam: cursor, signal }) =>
      call(listDeliveries, { query: { ...(cursor && { cursor }) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: REFRESH_MS,
  });
  const retry = useMutation({
    mutationFn: ({ id }: Delivery) => call(retryDelivery, { params: { delivery: id } }),
    onSuccess: () => showToast('已重新发送，稍后更新结果'),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(listDeliveries) }),
  });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={4} />;
  const items = data.pages.flatMap((page) => page.items);
  return (
    <>
      <div className="messaging__lanes">
        {data.pages[0]!.lanes.map((lane) => (
          <Lane key={lane.lane} lane={lane} />
        ))}
      </div>
      {items.length > 0 && (
        <Card title="卡住的消息">
          <DataTable
            caption="多次没有发出的消息，最早的在前；系统会继续重试"
            hideCaption
            columns={columns((delivery) => retry.mutate(delivery))}
            items={items}
            keyOf={({ id }) => id}
            dense
          />
        </Card>
      )}
      {hasNextPage && (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          显示更多
        </Button>
      )}
    </>
  );
}

function Lane({ lane: { lane, waiting, stuck, oldest, deliveredToday } }: { lane: LaneState }) {
  return (
    <Card
      title={LANES[lane]}
      needsYou={stuck > 0}
      side={<Tag tone={stuck ? 'no' : 'ok'}>{stuck ? `卡住 ${stuck}` : '正常'}</Tag>}
    >
      <dl className="messaging__figures num">
        <dt>今天已发</dt>
        <dd>{deliveredToday}</dd>
        <dt>等待发送</dt>
        <dd>{waiting}</dd>
        {oldest && (
          <>
            <dt>最早一条</dt>
            <dd>{formatLongMoment(oldest)}</dd>
          </>
        )}
      </dl>
    </Card>
  );
}
