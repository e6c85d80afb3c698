import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { compareNumbers } from '@zikao/contract/merges';
import { query } from '#api/query';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { Notice } from '#ui/Notice';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { MergeForm } from './MergeForm.tsx';
import { SideTable } from './SideTable.tsx';
import { UnionTable } from './UnionTable.tsx';
import './merges.css';

/** Two numbers side by side, what they come to together, and the decision. */
export function ComparePage() {
  const [params] = useSearchParams();
  const [a, b] = [params.get('a') ?? '', params.get('b') ?? ''];
  const { data, error, refetch } = useQuery(query(compareNumbers, { query: { a, b } }));
  return (
    <div className="staff-page merges">
      <PageTitle title="合档比较">
        <p>
          <Link to={`${paths.merges}?${new URLSearchParams([['number', a]]).toString()}`}>
            重新选择准考证号
          </Link>
        </p>
      </PageTitle>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={10} />}
      {data && (
        <>
          <SideTable comparison={data} />
          <UnionTable comparison={data} />
          {data.blocked ? (
            <Notice tone="wait" title="不能在这里合档">
              <p>{data.blocked}</p>
            </Notice>
          ) : (
            <MergeForm comparison={data} />
          )}
        </>
      )}
    </div>
  );
}
