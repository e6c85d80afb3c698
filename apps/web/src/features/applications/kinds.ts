import { createContext, use } from 'react';
import { useParams } from 'react-router';
import type { Kind, Kinds } from '@zikao/contract/applications/kind';
import { KINDS } from '@zikao/contract/applications/kinds/index';
import { keyOfSlug } from '#paths';

/** The kinds there are. A registry of its own, so that the pages can be shown another kind without being changed. */
export const KindsContext = createContext<Kinds>(KINDS);

/** The kind of the page's address; undefined: there is none of that name. */
export function useKind(): Kind | undefined {
  return use(KindsContext)[keyOfSlug(useParams()['kind'] ?? '')];
}
