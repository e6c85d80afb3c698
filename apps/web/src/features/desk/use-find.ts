import { useState } from 'react';
import { findPeople } from '@zikao/contract/desk/endpoints';
import type { Answer } from '@zikao/contract/endpoint';
import { call } from '#api/client';
import { usePersonSearch } from '#forms/PersonSearch';

export type Found = Answer<typeof findPeople>;

/** The find box of 现场. */
export function useFind() {
  const [found, setFound] = useState<Found>();
  const form = usePersonSearch(async (body) => {
    setFound(undefined);
    setFound(await call(findPeople, { body }));
  });
  return { form, found };
}
