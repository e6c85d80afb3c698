import { useQuery } from '@tanstack/react-query';
import { generatePath } from 'react-router';
import type { Window } from '@zikao/contract/exams';
import { serverTime, siteQuery } from '#api/session';
import { paths } from '#paths';
import { ButtonLink } from '#ui/Button';
import { formatLeft, formatTime, formatWeekday } from '#ui/dates';
import { Notice } from '#ui/Notice';

/** Until when the scores can be questioned, to the minute; over: since when not any more. */
export function RecheckHint({ window: { closesAt, open } }: { window: Window }) {
  const { data: site, dataUpdatedAt } = useQuery(siteQuery);
  const end = `${formatWeekday(closesAt)} ${formatTime(closesAt)}`;
  const now = site && serverTime(site, dataUpdatedAt);
  if (!open || (now && now >= Date.parse(closesAt)))
    return <p className="muted num">成绩复核已于 {end} 截止。</p>;
  return (
    <Notice tone="wait" title={`对成绩有疑问的，请在 ${end} 前申请成绩复核`}>
      <p>
        {now ? `还剩 ${formatLeft(Date.parse(closesAt) - now)}。` : ''}
        复核只核对有无漏评、各题分数合计、登记的分数和是否本人答卷，不重新评卷。逾期不予受理。
      </p>
      <ButtonLink to={generatePath(paths.applications, { kind: 'recheck' })}>申请成绩复核</ButtonLink>
    </Notice>
  );
}
