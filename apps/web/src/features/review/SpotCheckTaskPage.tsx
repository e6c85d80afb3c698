import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { getSpotCheckTask, releaseSpotCheckTask, renewSpotCheckTask } from '@zikao/contract/spot-checks';
import { call } from '#api/client';
import { query } from '#api/query';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { ButtonLink } from '#ui/Button';
import { EmptyState } from '#ui/EmptyState';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { SpotCheckTaskView } from './SpotCheckTaskView.tsx';
import { useLease } from './use-lease.ts';
import './case.css';
import './spot-checks.css';

export function SpotCheckTaskPage() {
  const { id = '' } = useParams();
  return <OpenTask key={id} id={id} />;
}

/** Held first, then shown: nobody sees a task that is not theirs just now. */
function OpenTask({ id }: { id: string }) {
  const [lost, setLost] = useState('');
  const params = { id };
  const lease = useLease({
    calls: {
      claim: () => call(renewSpotCheckTask, { params }),
      release: () => call(releaseSpotCheckTask, { params }),
    },
    wanted: true,
    onLost: (error) => setLost(error instanceof Error ? error.message : ''),
    onReleased: () => {},
  });
  // Every reading is written to the trail: it is read once.
  const { data, error, refetch } = useQuery({
    ...query(getSpotCheckTask, { params }),
    enabled: lease.since !== undefined,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  if (data) return <SpotCheckTaskView shown={data} lease={lease} lost={lost} />;
  return (
    <div className="staff-page">
      <PageTitle title="复查这一件" hidden />
      {lost && (
        <EmptyState
          title="这一件现在不由您复查"
          actions={<ButtonLink to={paths.spotCheckWork}>返回复查</ButtonLink>}
        >
          <p>{lost}</p>
        </EmptyState>
      )}
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!lost && !error && <Skeleton lines={8} />}
    </div>
  );
}
