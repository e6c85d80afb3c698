import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { seatingLifecycle } from '@zikao/contract/seating';
import { getSeatingRun } from '@zikao/contract/seating-runs';
import { query } from '#api/query';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { ButtonLink } from '#ui/Button';
import { Notice } from '#ui/Notice';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { Tag } from '#ui/Tag';
import { Planning } from './Planning.tsx';
import { Rooms } from './Rooms.tsx';
import { RunActions } from './RunActions.tsx';
import { RunReport } from './RunReport.tsx';
import { Seed } from './Seed.tsx';
import { Shortfalls } from './Shortfalls.tsx';
import { SEATING_TONES } from './tones.ts';
import './seating.css';

const LOOK_MS = 1_000;

/** One run: how far it is, what it came to, what can be done with it, its rooms. */
export function RunPage() {
  const { run = '' } = useParams();
  const { data, error, refetch } = useQuery({
    ...query(getSeatingRun, { params: { run } }),
    refetchInterval: ({ state }) => (state.data?.state === 'planning' ? LOOK_MS : false),
  });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} />;
  const { state, report, shortfalls, fault, reason } = data;
  return (
    <div className="staff-page seating">
      <PageTitle title={`${data.sessionName}考试第 ${data.no} 次编排`}>
        <p className="seating__head">
          <Tag tone={SEATING_TONES[state]}>{seatingLifecycle.states[state]}</Tag>
          {data.by && <span className="muted">{data.by}</span>}
          <ButtonLink to={paths.seating} size="small" look="plain">
            全部编排
          </ButtonLink>
        </p>
      </PageTitle>
      {state === 'planning' && <Planning run={data} />}
      {fault && (
        <Notice tone="no" title="没有排成">
          {fault}
        </Notice>
      )}
      {reason && <Notice title="撤回原因">{reason}</Notice>}
      {shortfalls && <Shortfalls run={data} items={shortfalls} />}
      {data.actions.length > 0 && state !== 'planning' && <RunActions run={data} />}
      {report && <RunReport run={data} report={report} />}
      {report && data.venues.length > 0 && <Rooms run={data} report={report} />}
      <Seed run={data} />
    </div>
  );
}
