import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { getScoreSession, type ScoreSessionView } from '@zikao/contract/score-office';
import { query } from '#api/query';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { ButtonLink } from '#ui/Button';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { Tabs } from '#ui/Tabs';
import { BatchTable } from './BatchTable.tsx';
import { Missing } from './Missing.tsx';
import { ReleaseCard } from './ReleaseCard.tsx';
import { Statistics } from './Statistics.tsx';
import { UploadCard } from './UploadCard.tsx';
import './scores.css';

const VIEWS = [
  { id: 'batches', label: '批次与公布' },
  { id: 'statistics', label: '统计' },
  { id: 'missing', label: '缺少的成绩' },
] as const;
type View = (typeof VIEWS)[number]['id'];

/** While something goes on by itself, the page looks again. */
const goesOn = ({ items, releases }: ScoreSessionView) =>
  items.some(({ state }) => state === 'checking') || releases[0]?.state === 'confirmed';

/** The scores of one session: batches and their publication, statistics, what is missing. */
export function SessionPage() {
  const { session = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const view = VIEWS.find(({ id }) => id === params.get('view'))?.id ?? 'batches';
  const { data, error, refetch } = useQuery({
    ...query(getScoreSession, { params: { session } }),
    refetchInterval: ({ state }) => (state.data && goesOn(state.data) ? 2_000 : false),
  });
  if (!data)
    return (
      <div className="staff-page scoring">
        {error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton lines={8} />}
      </div>
    );
  const show = (next: View) => setParams(next === 'batches' ? {} : { view: next }, { replace: true });
  return (
    <div className="staff-page scoring">
      <PageTitle title={`${data.name} 成绩`}>
        <p>
          <ButtonLink to={paths.scoreSessions} size="small" look="plain">
            全部考次
          </ButtonLink>
        </p>
      </PageTitle>
      <Tabs label="成绩" tabs={VIEWS} current={view} onChange={show}>
        <div className="stack scoring__view">
          {view === 'batches' && <Batches data={data} />}
          {view === 'statistics' && <Statistics session={session} />}
          {view === 'missing' && <Missing session={session} />}
        </div>
      </Tabs>
    </div>
  );
}

function Batches({ data }: { data: ScoreSessionView }) {
  return (
    <>
      <ReleaseCard session={data} />
      <UploadCard session={data.id} />
      <BatchTable items={data.items} />
    </>
  );
}
