import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { cancelPrint, getPrintFile, listPrints, type Print, ROOM_PAPERS } from '@zikao/contract/prints';
import { call, pathOf } from '#api/client';
import { keyOf, query } from '#api/query';
import { Failure } from '#forms/Failure';
import { Problem } from '#forms/Problem';
import { Card } from '#ui/Card';
import { Notice } from '#ui/Notice';
import { Progress } from '#ui/Progress';
import { formatMoment } from '#ui/dates';

const LOOK_AGAIN_MS = 2_000;

const underWay = ({ state }: Print) => state === 'waiting' || state === 'running';

/** 成批打印: what is being made, and what can be downloaded until when. */
export function PrintList() {
  const { data, error, refetch } = useQuery({
    ...query(listPrints, {}),
    refetchInterval: ({ state }) => (state.data?.items.some(underWay) ? LOOK_AGAIN_MS : false),
  });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data || data.items.length === 0) return null;
  return (
    <Card title="成批打印">
      <ul className="prints__list">
        {data.items.map((print) => (
          <li key={print.id}>
            <One print={print} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function One({ print }: { print: Print }) {
  const { id, state, paper, venue, slot, done, total, missing, by, at, keptUntil } = print;
  const client = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => call(cancelPrint, { params: { id } }),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(listPrints) }),
  });
  const name = `${venue}　${ROOM_PAPERS[paper]}　${slot ?? '全部场次'}`;
  return (
    <>
      {underWay(print) && <Progress label={name} value={done / total} onCancel={() => cancel.mutate()} />}
      {!underWay(print) && (
        <div className="prints__done">
          <strong>{name}</strong>
          {state === 'ready' ? (
            <a
              className="btn btn--ghost btn--small"
              href={pathOf(getPrintFile, { params: { id } })}
              download={`${venue}-${ROOM_PAPERS[paper]}.zip`}
            >
              下载<span className="hidden-text">：{name}</span>
            </a>
          ) : (
            <span className="muted">{state === 'cancelled' ? '已取消' : '没有生成，请重新生成'}</span>
          )}
        </div>
      )}
      <p className="muted small num">
        {by} {formatMoment(at)} 提交
        {state === 'ready' && keptUntil && `，保留到 ${formatMoment(keptUntil)}`}
      </p>
      {missing.length > 0 && (
        <Notice tone="wait">
          <p>打印字库里没有“{missing.join('、')}”，印成“〓”，请在纸上补写。</p>
        </Notice>
      )}
      <Problem error={cancel.error} />
    </>
  );
}
