import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { sessionQuery } from '#api/session';
import { createDraftKeeper, type DraftCalls, type DraftKeeper, type DraftStatus } from './draft-keeper.ts';

export type { DraftStatus, Saved } from './draft-keeper.ts';

interface Options extends Omit<DraftCalls, 'onStatus'> {
  version: number;
  savedAt?: string | undefined;
}

/**
 * A draft keeper for the life of a page: sends when the page is left or hidden, and when the network or the session
 * is back.
 */
export function useDraft({ version, savedAt, save, latest }: Options): DraftKeeper & { status: DraftStatus } {
  const [status, setStatus] = useState<DraftStatus>({ kind: 'saved', ...(savedAt && { at: savedAt }) });
  const signedIn = Boolean(useQuery(sessionQuery).data?.session);
  const [keeper] = useState(() => createDraftKeeper(version, { save, latest, onStatus: setStatus }));

  useEffect(() => keeper.use({ save, latest, onStatus: setStatus }), [keeper, save, latest]);
  useEffect(() => keeper.adopt(version), [keeper, version]);
  useEffect(() => {
    if (signedIn) void keeper.flush().catch(() => {});
  }, [keeper, signedIn]);

  useEffect(() => {
    const send = () => void keeper.flush().catch(() => {});
    document.addEventListener('visibilitychange', send);
    window.addEventListener('online', send);
    return () => {
      document.removeEventListener('visibilitychange', send);
      window.removeEventListener('online', send);
      send();
    };
  }, [keeper]);

  return { ...keeper, status };
}
