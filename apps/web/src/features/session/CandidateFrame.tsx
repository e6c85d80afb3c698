import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { sessionQuery } from '#api/session';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { Skeleton } from '#ui/Spinner';
import { CandidateShell } from './CandidateShell.tsx';
import { signInPath } from './next-path.ts';

/**
 * The gate before every candidate page, and their frame. Who is not signed in goes to the sign-in page and comes back;
 * who was, and is not any more, signs in again over the page, which stays as it is.
 */
export function CandidateFrame() {
  const { data, error, refetch } = useQuery(sessionQuery);
  const location = useLocation();
  const [held, setHeld] = useState(data?.session);
  const session = data?.session?.pending ? null : data?.session;
  if (session && session !== held) setHeld(session);

  const known = session ?? held;
  if (known && known.role !== 'candidate') return <Navigate to={paths.staff} replace />;
  if (known && !known.pending)
    return (
      <CandidateShell session={known} over={!session}>
        <Outlet />
      </CandidateShell>
    );
  if (data) return <Navigate to={signInPath(location)} replace />;
  return (
    <main className="wrap waiting">
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton />}
    </main>
  );
}
