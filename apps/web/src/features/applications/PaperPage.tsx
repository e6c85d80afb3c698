import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { getPaper } from '@zikao/contract/applications/endpoints';
import type { Kind } from '@zikao/contract/applications/kind';
import { Refused } from '#api/client';
import { query } from '#api/query';
import { Failure } from '#forms/Failure';
import { Button, ButtonLink } from '#ui/Button';
import { EmptyState } from '#ui/EmptyState';
import { NotFoundPage } from '#ui/NotFoundPage';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { useKind } from './kinds.ts';
import { Sheet } from './Sheet.tsx';
import { applicationPath } from './use-application.ts';

/** A page to print: on screen a sheet of A4, on paper nothing but it. */
export function PaperPage() {
  const kind = useKind();
  return kind ? <Printed kind={kind} /> : <NotFoundPage />;
}

function Printed({ kind }: { kind: Kind }) {
  const { id = '', paper = '' } = useParams();
  const { data, error, refetch } = useQuery(query(getPaper, { params: { id, paper } }));
  const back = <ButtonLink to={applicationPath(kind.key, id)}>返回{kind.title}</ButtonLink>;
  if (error instanceof Refused && ['notFound', 'conflict'].includes(error.problem.code))
    return (
      <div className="wrap">
        <PageTitle title="现在不能打印" hidden />
        <EmptyState title="现在不能打印这份材料" actions={back}>
          <p>可以打印的材料在申请的详情里列出。</p>
        </EmptyState>
      </div>
    );
  return (
    <div className="wrap wizard">
      <PageTitle
        title={data?.title ?? '打印'}
        hidden={!data}
        side={
          data && (
            <span className="row print-hide">
              <Button look="primary" onClick={() => window.print()}>
                打印
              </Button>
              {back}
            </span>
          )
        }
      />
      {!data && (error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton lines={8} />)}
      {data && <Sheet paper={data} />}
    </div>
  );
}
