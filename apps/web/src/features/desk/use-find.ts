import { useState } from 'react';
import { findPeople } from '@zikao/contract/desk/endpoints';
import type { Answer } from '@zikao/contract/endpoint';
import { call } from '#api/client';
import { usePlainForm } from '#forms/use-plain-form';

export type Found = Answer<typeof findPeople>;
export type PlainForm = ReturnType<typeof useFind>['form'];

/** The find box of 现场. What was typed stands in no address and is remembered nowhere. */
export function useFind() {
  const [found, setFound] = useState<Found>();
  const form = usePlainForm<{ typed: string; birthDate: string }>({
    schema: findPeople.body!,
    labels: { typed: '身份证号、手机号、准考证号，或姓名', birthDate: '出生日期' },
    async submit(body) {
      setFound(undefined);
      setFound(await call(findPeople, { body }));
    },
  });
  return { form, found };
}
