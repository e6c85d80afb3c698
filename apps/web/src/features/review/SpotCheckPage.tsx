import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import {
  endSpotCheck,
  getSpotCheck,
  listSpotChecks,
  REVIEWERS,
  type SpotCheckResult,
} from '@zikao/contract/spot-checks';
import { call, Refused } from '#api/client';
import { keyOf, query } from '#api/query';
import { Failure } from '#forms/Failure';
import { Problem } from '#forms/Problem';
import { paths } from '#paths';
import { Button, ButtonLink } from '#ui/Button';
import { Dialog } from '#ui/Dialog';
import { EmptyState } from '#ui/EmptyState';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { SpotCheckParts } from './SpotCheckParts.tsx';
import { scopeText } from './SpotCheckTable.tsx';
import './board.css';
import './spot-checks.css';

/** One sample: how far two looks agreed, and where they did not. */
export function SpotCheckPage() {
  const { spotCheck = '' } = useParams();
  const { data, error, refetch } = useQuery(query(getSpotCheck, { params: { spotCheck } }));
  if (error instanceof Refused && error.problem.code === 'notFound')
    return (
      <div className="staff-page board">
        <PageTitle title="没有这次复查" hidden />
        <EmptyState
          title="没有这次复查"
          actions={<ButtonLink to={paths.spotChecks}>返回抽样复查</ButtonLink>}
        />
      </div>
    );
  return (
    <div className="staff-page board">
      <PageTitle
        title="复查结果"
        side={
          <div className="row">
            {data && <Acts result={data} />}
            <ButtonLink to={paths.spotChecks}>返回抽样复查</ButtonLink>
          </div>
        }
      />
      {data && (
        <p className="spot__scope">
          {scopeText(data)}；由{REVIEWERS[data.reviewers]}复查。从 {data.population} 件中抽取 {data.size}{' '}
          件，种子 <span className="spot__seed num">{data.seed}</span>，{data.by}抽取。
        </p>
      )}
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={8} />}
      {data && <SpotCheckParts result={data} />}
    </div>
  );
}

function Acts({ result: { id, actions, size, agreement } }: { result: SpotCheckResult }) {
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const end = useMutation({
    mutationFn: () => call(endSpotCheck, { params: { spotCheck: id } }),
    onSuccess: async () => {
      setAsked(false);
      await client.invalidateQueries({ queryKey: keyOf(getSpotCheck) });
      await client.invalidateQueries({ queryKey: keyOf(listSpotChecks) });
    },
  });
  if (!actions.includes('end')) return null;
  const left = size - agreement.looked;
  return (
    <>
      <Button onClick={() => setAsked(true)}>结束复查</Button>
      <Dialog
        open={asked}
        title="结束这次复查"
        onClose={() => setAsked(false)}
        actions={
          <Button look="primary" busy={end.isPending} onClick={() => end.mutate()}>
            结束复查
          </Button>
        }
      >
        <Problem error={end.error} />
        <p>{left > 0 ? `还有 ${left} 件没有复查，结束后不再复查。` : '全部复查完了。'}结果保留。</p>
      </Dialog>
    </>
  );
}
