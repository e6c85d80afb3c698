import type { QueryClient } from '@tanstack/react-query';
import { getSite, type Site } from '@zikao/contract/exams';
import { getSession, type Session, signOut } from '@zikao/contract/identity';
import { call } from '#api/client';
import { keyOf, query } from '#api/query';

/** Who is signed in; `session` is null when nobody is. */
export const sessionQuery = query(getSession, {});
/** The province, the exam session and its windows. */
export const siteQuery = { ...query(getSite, {}), staleTime: 60_000 };

/** Somebody has signed in: nothing cached for whoever was here before may stay. */
export function enter(client: QueryClient, session: Session): void {
  // The session itself is not removed but written over: who shows it would otherwise never hear of the new one.
  const kept: unknown[] = [keyOf(getSite)[0], keyOf(getSession)[0]];
  client.removeQueries({ predicate: ({ queryKey }) => !kept.includes(queryKey[0]) });
  client.setQueryData(sessionQuery.queryKey, { session });
}

/**
 * Signs out and loads the page `to` afresh, so that nothing of the person stays in memory. Throws `Refused` when the
 * server could not be told: the person is still signed in then, and has to know.
 */
export async function leave(to: string): Promise<void> {
  await call(signOut, {});
  location.assign(to);
}

/** The server's time, in milliseconds: the reader's clock may be wrong, and tests move the server's. */
export function serverTime(site: Site, readAt: number): number {
  return Date.parse(site.now) + Date.now() - readAt;
}
