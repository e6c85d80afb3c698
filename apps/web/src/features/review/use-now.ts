import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { serverTime, siteQuery } from '#api/session';

/** The server's time in milliseconds, new every half minute. Before its first answer: the browser's. */
export function useNow(): number {
  const { data: site, dataUpdatedAt } = useQuery(siteQuery);
  const [own, setOwn] = useState(() => Date.now());

  useEffect(() => {
    const timer = setInterval(() => setOwn(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);

  return site ? serverTime(site, dataUpdatedAt) : own;
}
