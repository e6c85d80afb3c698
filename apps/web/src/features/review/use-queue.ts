import { useInfiniteQuery } from '@tanstack/react-query';
import { generatePath, useSearchParams } from 'react-router';
import { listCases, type Queue } from '@zikao/contract/review';
import { call } from '#api/client';
import { paths } from '#paths';

export const STATES = { pending: '待审', approved: '已通过', rejected: '不通过', all: '全部' } as const;
export type StateFilter = keyof typeof STATES;

export const TURNS = { first: '初次提交', again: '重新提交' } as const;
export const CHECKS = { clean: '核验全部通过', flagged: '核验有提醒' } as const;

export interface Filter {
  search: string;
  state: StateFilter;
  turn: keyof typeof TURNS | '';
  checks: keyof typeof CHECKS | '';
  district: string;
}

const NONE: Filter = { search: '', state: 'pending', turn: '', checks: '', district: '' };

/** The filter in the address, kept while cases are opened: it can be bookmarked and sent to a colleague. */
export function useFilter() {
  const [params, setParams] = useSearchParams();
  const setFilter = (next: Filter) => setParams(writeFilter(next), { replace: true });
  return { filter: readFilter(params), setFilter };
}

export function readFilter(params: URLSearchParams): Filter {
  const among = <Name extends string>(key: keyof Filter, known: Record<Name, string>) => {
    const value = params.get(key) ?? '';
    return Object.hasOwn(known, value) ? (value as Name) : undefined;
  };
  return {
    search: params.get('search') ?? '',
    state: among('state', STATES) ?? NONE.state,
    turn: among('turn', TURNS) ?? '',
    checks: among('checks', CHECKS) ?? '',
    district: params.get('district') ?? '',
  };
}

/** Only what differs from the usual. */
export function writeFilter(filter: Filter): Record<string, string> {
  const keys = Object.keys(NONE) as (keyof Filter)[];
  return Object.fromEntries(keys.filter((key) => filter[key] !== NONE[key]).map((key) => [key, filter[key]]));
}

/** As the server asks for it. */
export function filterQuery({ search, state, turn, checks, district }: Filter) {
  return {
    state,
    ...(search && { search }),
    ...(turn && { turn }),
    ...(checks && { checks }),
    ...(district && { district }),
  };
}

/** The list of a queue under the filter, page after page. */
export function useQueue(queue: Queue) {
  const { filter } = useFilter();
  const list = useInfiniteQuery({
    queryKey: [listCases.path, queue, filter],
    queryFn: ({ pageParam: cursor, signal }) =>
      call(
        listCases,
        { params: { queue }, query: { ...filterQuery(filter), ...(cursor && { cursor }) } },
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
