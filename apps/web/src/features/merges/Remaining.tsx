import { useQuery } from '@tanstack/react-query';
import { serverTime, siteQuery } from '#api/session';
import { formatLeft, formatLongMoment } from '#ui/dates';

/** How long a 合档 can still be undone, by the server's clock. */
export function Remaining({ until }: { until: string }) {
  const { data: site, dataUpdatedAt } = useQuery(siteQuery);
  const left = site ? new Date(until).getTime() - serverTime(site, dataUpdatedAt) : 0;
  return (
    <span>
      {left > 0 && `还可以撤销 ${formatLeft(left)}，`}截止 {formatLongMoment(until)}
    </span>
  );
}
