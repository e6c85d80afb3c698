import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import type { Session } from '@zikao/contract/identity';
import { onSignedOut } from '#api/client';
import { sessionQuery, siteQuery } from '#api/session';
import { IdleWarning } from '#forms/IdleWarning';
import { useSignOut } from '#forms/use-sign-out';
import { paths } from '#paths';
import { CandidateLayout } from '#ui/CandidateLayout';
import { MergeNotice } from './MergeNotice.tsx';
import { SignInAgain } from './SignInAgain.tsx';
import { useNames } from './use-names.ts';
import './session.css';

interface Props {
  session: Session;
  /** The session has ended, though the page is still there. */
  over?: boolean;
  children: ReactNode;
}

/** What surrounds a signed-in candidate's page: menus, the 合档 notice, the idle warning, signing in again. */
export function CandidateShell({ session, over = false, children }: Props) {
  const client = useQueryClient();
  const names = useNames();
  const exit = useSignOut(paths.signIn);
  const { data: site } = useQuery(siteQuery);

  useEffect(() => {
    onSignedOut(() => client.setQueryData(sessionQuery.queryKey, { session: null }));
    return () => onSignedOut(() => {});
  }, [client]);

  return (
    <div className={over ? 'shell shell--over' : 'shell'}>
      <CandidateLayout
        site={names}
        subtitle={site?.session ? `${site.session.name}考试` : undefined}
        person={session}
        onSignOut={exit.start}
        notice={session.merge && <MergeNotice merge={session.merge} />}
      >
        {children}
      </CandidateLayout>
      {site && !over && <IdleWarning session={session} signIn={paths.signIn} />}
      <SignInAgain open={over} before={session} />
      {exit.dialog}
    </div>
  );
}
