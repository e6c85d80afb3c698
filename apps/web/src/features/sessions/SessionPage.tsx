import { useQuery } from '@tanstack/react-query';
import { generatePath, useParams } from 'react-router';
import { getSession } from '@zikao/contract/sessions';
import { query } from '#api/query';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { ButtonLink } from '#ui/Button';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { Tag } from '#ui/Tag';
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
    <div className="sessions">
      <PageTitle title={`${data.name} 考次`}>
        <p className="sessions__head">
          {data.current ? <Tag tone="ok">当前考次</Tag> : <Tag>不是当前考次</Tag>}
          <ButtonLink to={generatePath(paths.offerings, { session })} size="small">
            开考课程 {data.courses} 门
          </ButtonLink>
          <ButtonLink to={paths.sessions} size="small" look="plain">
            全部考次
          </ButtonLink>
        </p>
      </PageTitle>
      <ReadinessList items={data.readiness} />
      {!data.current && <MakeCurrent session={data} />}
      <PlanEditor key={`${data.id} ${data.version}`} session={data} />
    </div>
  );
}
