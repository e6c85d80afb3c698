import { useQuery } from '@tanstack/react-query';
import { listApplications } from '@zikao/contract/applications/endpoints';
import { getProfile } from '@zikao/contract/candidates';
import { getEnrolment } from '@zikao/contract/enrolments';
import { getScores } from '@zikao/contract/scores';
import { listSittings } from '@zikao/contract/sittings';
import { query } from '#api/query';
import { Failure } from '#forms/Failure';
import { Card } from '#ui/Card';
import { EmptyState } from '#ui/EmptyState';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { Timeline } from '#ui/Timeline';
import { happenings, toneOf } from './happenings.ts';
import './home.css';

/** 申请进度: one timeline over everything that was filed, decided and published. */
export function ProgressPage() {
  const profile = useQuery(query(getProfile, {}));
  const mine = useQuery(query(getEnrolment, {}));
  const filed = useQuery(query(listApplications, {}));
  const scores = useQuery(query(getScores, {}));
  const sittings = useQuery(query(listSittings, {}));
  const failed = [profile, mine, filed, scores, sittings].find(({ isError, data }) => isError && !data);
  const all =
    profile.data && mine.data && filed.data && scores.data && sittings.data
      ? happenings(profile.data, mine.data.enrolment, filed.data.items, {
          scores: scores.data.sessions,
          sittings: sittings.data.items,
        })
      : undefined;
  return (
    <div className="wrap home__narrow">
      <PageTitle title="申请进度" />
      {failed && <Failure error={failed.error} onRetry={() => void failed.refetch()} />}
      {!failed && !all && <Skeleton lines={6} />}
      {all?.length === 0 && (
        <EmptyState title="还没有记录">
          <p>填报、提交和审核的每一步都会记在这里。</p>
        </EmptyState>
      )}
      {all && all.length > 0 && (
        <Card>
          <Timeline
            items={all.map(({ id, at, label, note, of }) => ({
              id,
              at,
              title: `${of}：${label}`,
              tone: toneOf(label),
              detail: note,
            }))}
          />
        </Card>
      )}
    </div>
  );
}
