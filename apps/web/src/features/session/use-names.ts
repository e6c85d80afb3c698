import { useQuery } from '@tanstack/react-query';
import { siteQuery } from '#api/session';

/** What the layouts show of the province. Before the answer: words that are true everywhere. */
export function useNames() {
  const { data: site } = useQuery(siteQuery);
  return { platform: site?.platform ?? '自学考试考生服务平台', subtitle: site?.organisation };
}
