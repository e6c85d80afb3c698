import { useQuery } from '@tanstack/react-query';
import { generatePath, useParams } from 'react-router';
import { batchLifecycle } from '@zikao/contract/score-imports';
import { type BatchView, getScoreBatch } from '@zikao/contract/score-office';
import { query } from '#api/query';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { ButtonLink } from '#ui/Button';
import { Card } from '#ui/Card';
import { formatMoment } from '#ui/dates';
import { Notice } from '#ui/Notice';
import { PageTitle } from '#ui/PageTitle';
import { Progress } from '#ui/Progress';
import { Skeleton } from '#ui/Spinner';
import { Tag } from '#ui/Tag';
import { CheckResult } from './CheckResult.tsx';
import { DecideBatch } from './DecideBatch.tsx';
import { count } from './figures.ts';
import { MappingForm } from './MappingForm.tsx';
import { BATCH_TONES } from './tones.ts';
import './scores.css';

/** A batch from its columns to its acceptance. */
export function BatchPage() {
  const { session = '', batch = '' } = useParams();
  const { data, error, refetch } = useQuery({
    ...query(getScoreBatch, { params: { batch } }),
    refetchInterval: ({ state }) => (state.data?.state === 'checking' ? 1_000 : false),
  });
  if (!data)
    return (
      <div className="staff-page scoring">
        {error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton lines={8} />}
      </div>
    );
  return (
    <div className="staff-page scoring">
      <PageTitle title={`第 ${data.no} 批成绩`}>
        <p className="scoring__head">
          <Tag tone={BATCH_TONES[data.state]}>{batchLifecycle.states[data.state]}</Tag>
          <span className="muted scoring__file">{describe(data)}</span>
          <ButtonLink to={generatePath(paths.scoreSession, { session })} size="small" look="plain">
            全部批次
          </ButtonLink>
        </p>
      </PageTitle>
      <Body batch={data} />
    </div>
  );
}

function Body({ batch }: { batch: BatchView }) {
  const { state, read, rows, fault, reason } = batch;
  const accepting = batch.actions.includes('accept');
  return (
    <>
      {state === 'discarded' && (
        <Notice title="这一批已作废，不计入成绩">{reason && <p>原因：{reason}</p>}</Notice>
      )}
      {state === 'failed' && (
        <Notice tone="no" title="检查没有完成">
          <p>{fault}</p>
        </Notice>
      )}
      {state === 'checking' && (
        <Card title="正在检查">
          <Progress
            label={read < rows ? `已读 ${count(read)} 行，共 ${count(rows)} 行` : '与报考核对'}
            {...(read < rows && { value: read / rows })}
          />
          <p className="muted">可以离开这一页，检查在后台继续。</p>
        </Card>
      )}
      {batch.result && state !== 'discarded' && <CheckResult batch={batch} />}
      {accepting && <DecideBatch batch={batch} />}
      {batch.actions.includes('check') && <MappingForm key={`${batch.id} ${state}`} batch={batch} />}
      {!accepting && <DecideBatch batch={batch} />}
    </>
  );
}

function describe({ name, rows, format, encoding, by, at }: BatchView): string {
  const made = [format.toUpperCase(), encoding?.toUpperCase()].filter(Boolean).join('，');
  return `${name}（${made}，${count(rows)} 行），${by} ${formatMoment(at)} 上传`;
}
