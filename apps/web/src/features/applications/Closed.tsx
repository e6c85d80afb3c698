import { useQuery } from '@tanstack/react-query';
import type { KindInfo } from '@zikao/contract/applications/shapes';
import { serverTime, siteQuery } from '#api/session';
import { paths } from '#paths';
import { ButtonLink } from '#ui/Button';
import { ClosedState } from '#ui/ClosedState';

/** Outside its window a kind says when it opens, or when it closed. */
export function Closed({ info: { title, window } }: { info: KindInfo }) {
  const { data: site, dataUpdatedAt } = useQuery(siteQuery);
  const over = Boolean(site && window && serverTime(site, dataUpdatedAt) >= Date.parse(window.closesAt));
  return (
    <ClosedState
      name={title}
      {...(window && { opensAt: window.opensAt, closesAt: window.closesAt })}
      over={over}
      actions={<ButtonLink to={paths.home}>回到首页</ButtonLink>}
    />
  );
}
