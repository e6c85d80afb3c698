import { useInfiniteQuery } from '@tanstack/react-query';
import { generatePath, useSearchParams } from 'react-router';
import { listCases, type Queue } from '@zikao/contract/review';
import { call } from '#api/client';
import { paths } from '#paths';

export const STATES = { pending: '待审', approved: '已通过', rejected: '不通过', all: '全部' } as const;
export type StateFilter = keyof typeof STATES;

export interface Filter {
  search: string;
  state: StateFilter;
}

/** The filter in the address, kept while cases are opened. */
export function useFilter() {
  const [params, setParams] = useSearchParams();
  const state = params.get('state') ?? '';
  const filter: Filter = {
    search: params.get('search') ?? '',
    state: state in STATES ? (state as StateFilter) : 'pending',
  };
  function setFilter(next: Filter) {
    setParams(
      {
        ...(next.search && { search: next.search }),
        ...(next.state !== 'pending' && { state: next.state }),
      },
      { replace: true },
    );
  }
  return { filter, setFilter };
}

/** The list of a queue under the filter, page after page. */
export function useQueue(queue: Queue) {
  const { filter } = useFilter();
  const { search, state } = filter;
  const list = useInfiniteQuery({
    queryKey: [listCases.path, queue, filter],
    queryFn: ({ pageParam: cursor, signal }) =>
      call(
        listCases,
        { params: { queue }, query: { state, ...(search && { search }), ...(cursor && { cursor }) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
  return { ...list, items: list.data?.pages.flatMap((page) => page.items) ?? [] };
}

/** Where a case is, or its queue, under the same filter. */
export function useCasePath(queue: Queue) {
  const [params] = useSearchParams();
  const search = params.size ? `?${params}` : '';
  return (id?: string | null) =>
    (id ? generatePath(paths.queueCase, { queue, id }) : generatePath(paths.queue, { queue })) + search;
}
