import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { sessionQuery } from '#api/session';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { Skeleton } from '#ui/Spinner';
import { StaffShell } from './StaffShell.tsx';

/**
 * The gate before every staff page, and their frame. Who is not signed in as staff goes to the staff's sign-in page
 * and comes back; who was, and is not any more, is told so over the page.
 */
export function StaffFrame() {
  const { data, error, refetch } = useQuery(sessionQuery);
  const location = useLocation();
  const [held, setHeld] = useState(data?.session);
  const session = data?.session?.pending ? null : data?.session;
  if (session && session !== held) setHeld(session);

  const known = session ?? held;
  if (known && known.role !== 'candidate' && !known.pending)
    return (
      <StaffShell session={known} over={data !== undefined && !session} ended={data?.ended}>
        <Outlet />
      </StaffShell>
    );
  if (data) return <Navigate to={paths.staffSignIn} state={{ from: location }} replace />;
  return (
    <main className="wrap">
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton />}
    </main>
  );
}
