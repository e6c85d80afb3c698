import { QueryClient, queryOptions } from '@tanstack/react-query';
import type { Endpoint, Request } from '@zikao/contract/endpoint';
import { call, Refused } from '#api/client';

/** Options for `useQuery` of a GET endpoint; the key is its path and input. */
export function query<E extends Endpoint>(endpoint: E, request: Request<E>) {
  return queryOptions({
    queryKey: [endpoint.path, request],
    queryFn: ({ signal }) => call(endpoint, request, { signal }),
  });
}

/** The key under which everything of an endpoint is cached, for invalidation. */
export const keyOf = (endpoint: Endpoint) => [endpoint.path];

export const queryClient = new QueryClient({
  defaultOptions: {
    // `call` itself says that the network is gone; the library's waiting in silence would say nothing.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 15_000,
      // Weak networks: an unreachable or busy server is tried again, a refusal is not.
      retry: (failures, error) =>
        failures < 2 && error instanceof Refused && ['offline', 'overloaded'].includes(error.problem.code),
    },
  },
});
