import type { ReactNode } from 'react';
import type { Kind } from '@zikao/contract/applications/kind';
import type { Application } from '@zikao/contract/applications/shapes';
import { Refused } from '#api/client';
import { Failure } from '#forms/Failure';
import { ButtonLink } from '#ui/Button';
import { EmptyState } from '#ui/EmptyState';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { kindPath, useApplication } from './use-application.ts';

interface Props {
  kind: Kind;
  id: string;
  children: (application: Application) => ReactNode;
}

/** An application of the kind in the address; any other is not there. */
export function Opened({ kind, id, children }: Props) {
  const { data, error, refetch } = useApplication(id);
  const missing = error instanceof Refused && ['notFound', 'validation'].includes(error.problem.code);
  if (missing || (data && data.kind !== kind.key))
    return (
      <div className="wrap">
        <PageTitle title={`没有找到这份${kind.title}`} hidden />
        <EmptyState
          title={`没有找到这份${kind.title}`}
          actions={<ButtonLink to={kindPath(kind.key)}>返回{kind.title}</ButtonLink>}
        >
          <p>地址可能不完整。您的全部申请在列表中可以看到。</p>
        </EmptyState>
      </div>
    );
  if (data) return children(data);
  return (
    <div className="wrap wizard">
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton lines={8} />}
    </div>
  );
}
