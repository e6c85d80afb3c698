import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { generatePath, useNavigate } from 'react-router';
import { permits } from '@zikao/contract/permissions';
import { claimSpotCheckTask, getSpotCheckWork } from '@zikao/contract/spot-checks';
import { call } from '#api/client';
import { keyOf, query } from '#api/query';
import { sessionQuery } from '#api/session';
import { Failure } from '#forms/Failure';
import { Problem } from '#forms/Problem';
import { paths } from '#paths';
import { Button, ButtonLink } from '#ui/Button';
import { Card } from '#ui/Card';
import { EmptyState } from '#ui/EmptyState';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { showToast } from '#ui/Toast';
import { useKeys } from './use-keys.ts';
import './spot-checks.css';

/** 复查, for those who look again: how much there is, and the button that begins. */
export function SpotCheckWorkPage() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data: known } = useQuery(sessionQuery);
  const { data, error, refetch } = useQuery({ ...query(getSpotCheckWork, {}), staleTime: 0 });
  const begin = useMutation({
    mutationFn: () => call(claimSpotCheckTask, {}),
    onSuccess: async ({ task }) => {
      await client.invalidateQueries({ queryKey: keyOf(getSpotCheckWork) });
      if (task) await navigate(generatePath(paths.spotCheckTask, { id: task }));
      else showToast('没有可以领取的了，其余的由同事在复查');
    },
  });
  const some = (data?.waiting ?? 0) > 0;
  useKeys({ ...(some && { next: () => begin.mutate() }) });
  return (
    <div className="staff-page">
      <PageTitle
        title="复查"
        side={
          permits('spotCheck.draw', known?.session?.role) && (
            <ButtonLink to={paths.spotChecks}>抽样复查</ButtonLink>
          )
        }
      >
        <p>
          抽到的件按当时提交的内容再审一次。看不到原来的决定，您的结论也不改变这一件；自己审过的不会分给自己。
        </p>
      </PageTitle>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton />}
      <Problem error={begin.error} />
      {data && !some && (
        <EmptyState title="没有等待您复查的">
          {data.done > 0 ? `您已复查 ${data.done} 件。` : '抽到需要您复查的件时，从这里开始。'}
        </EmptyState>
      )}
      {data && some && (
        <Card title={`${data.waiting} 件等待复查`}>
          {data.done > 0 && <p>您已复查 {data.done} 件。</p>}
          <div className="row">
            <Button look="primary" busy={begin.isPending} onClick={() => begin.mutate()}>
              {data.mine ? '继续复查' : '开始复查'}
              <kbd className="kbd">N</kbd>
            </Button>
          </div>
        </Card>
      )}
    </div>
  );
}
