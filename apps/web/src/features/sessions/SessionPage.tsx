import { useQuery } from '@tanstack/react-query';
import { generatePath, useParams } from 'react-router';
import { getSession, PHASES } from '@zikao/contract/sessions';
import { query } from '#api/query';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { ButtonLink } from '#ui/Button';
import { Notice } from '#ui/Notice';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { Tag } from '#ui/Tag';
import { Archive } from './Archive.tsx';
import { MakeCurrent } from './MakeCurrent.tsx';
import { PlanEditor } from './PlanEditor.tsx';
import { ReadinessList } from './ReadinessList.tsx';
import './sessions.css';

/** One session: what is missing, half-days, windows. A colleague's newer version starts the editor anew. */
export function SessionPage() {
  const { session = '' } = useParams();
  const { data, error, refetch } = useQuery({
    ...query(getSession, { params: { session } }),
    // What is being typed must not be replaced in passing.
    refetchOnWindowFocus: false,
  });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} />;
  return (
    <div className="staff-page sessions">
      <PageTitle title={`${data.name} 考次`}>
        <p className="sessions__head">
          <Tag tone={data.current ? 'ok' : 'info'}>{PHASES[data.phase]}</Tag>
          <ButtonLink to={generatePath(paths.offerings, { session })} size="small">
            开考课程 {data.courses} 门
          </ButtonLink>
          <ButtonLink to={paths.sessions} size="small" look="plain">
            全部考次
          </ButtonLink>
        </p>
      </PageTitle>
      <ReadinessList items={data.readiness} />
      {(data.phase === 'preparing' || data.phase === 'examined') && <MakeCurrent session={data} />}
      {data.phase === 'examined' && <Archive session={data} />}
      {data.phase === 'archived' ? (
        <Notice tone="info" title="这个考次已经归档，不能再改">
          <p>成绩、座次和报考记录照常可以查询和导出。</p>
        </Notice>
      ) : (
        <PlanEditor key={`${data.id} ${data.version}`} session={data} />
      )}
    </div>
  );
}
