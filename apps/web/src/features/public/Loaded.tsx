import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Refused } from '#api/client';
import { Failure } from '#forms/Failure';
import { NotFound } from '#ui/NotFound';
import { Skeleton } from '#ui/Spinner';

/** What was asked for, once it is there; grey lines before, the failure instead. */
export function Loaded<T>({ from, children }: { from: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  if (from.data !== undefined) return <>{children(from.data)}</>;
  if (from.error instanceof Refused && from.error.problem.code === 'notFound') return <NotFound />;
  if (from.error) return <Failure error={from.error} onRetry={() => void from.refetch()} />;
  return <Skeleton lines={6} />;
}
