import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { extendSession, type Session } from '@zikao/contract/identity';
import { call } from '#api/client';
import { serverTime, sessionQuery, siteQuery } from '#api/session';
import { idlePhase } from './idle.ts';

/** Milliseconds until the session ends, while the person should be warned of it; undefined otherwise. */
export function useIdle(session: Session) {
  const client = useQueryClient();
  const { data: site, dataUpdatedAt } = useQuery(siteQuery);
  const [asked, setAsked] = useState('');
  const [now, setNow] = useState(0);
  const phase = now ? idlePhase(session.idleUntil, now) : 'active';
  const warned = phase === 'warn' && asked === session.idleUntil;

  useEffect(() => {
    if (!site) return;
    const look = () => setNow(serverTime(site, dataUpdatedAt));
    // An interval, not one long timer: a laptop that slept must see at once how late it is.
    const timer = setInterval(look, warned ? 1000 : 5000);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [site, dataUpdatedAt, warned]);

  useEffect(() => {
    // Saved drafts and other tabs count as activity, so the server is asked before anybody is disturbed.
    if (phase === 'active' || (phase === 'warn' && warned)) return;
    void client.refetchQueries({ queryKey: sessionQuery.queryKey }).then(() => setAsked(session.idleUntil));
  }, [client, phase, warned, session.idleUntil]);

  async function extend() {
    client.setQueryData(sessionQuery.queryKey, { session: await call(extendSession, {}) });
  }

  return { left: warned ? Date.parse(session.idleUntil) - now : undefined, extend };
}
