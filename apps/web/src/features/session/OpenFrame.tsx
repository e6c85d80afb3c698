import { useQuery } from '@tanstack/react-query';
import { Outlet } from 'react-router';
import { sessionQuery } from '#api/session';
import { PublicLayout } from '#ui/PublicLayout';
import { Skeleton } from '#ui/Spinner';
import { CandidateShell } from './CandidateShell.tsx';
import { useNames } from './use-names.ts';

/** The frame of what everybody may read: whoever is signed in keeps the menus. */
export function OpenFrame() {
  const site = useNames();
  const { data, isPending } = useQuery(sessionQuery);
  const session = data?.session;
  if (session?.role === 'candidate' && !session.pending)
    return (
      <CandidateShell session={session}>
        <Outlet />
      </CandidateShell>
    );
  return <PublicLayout site={site}>{isPending ? <Skeleton /> : <Outlet />}</PublicLayout>;
}
