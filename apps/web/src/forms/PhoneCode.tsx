import type { ChangeEvent } from 'react';
import type { Parsed } from '@zikao/contract/endpoint';
import { sendCode } from '@zikao/contract/identity';
import { call } from '#api/client';
import { SmsCode } from './SmsCode.tsx';

interface Props {
  /** A plain form with these two fields. */
  form: {
    values: { phone: string };
    field(name: 'code'): { id: string; label: string; error: string | undefined };
    input(name: 'code'): {
      name: string;
      value: string;
      onChange: (event: ChangeEvent<HTMLInputElement>) => void;
    };
    right(name: 'phone'): boolean;
  };
  purpose: Parsed<typeof sendCode>['body']['purpose'];
}

/** The code of whoever is not signed in, to the phone typed in the same form. */
export function PhoneCode({ form, purpose }: Props) {
  return (
    <SmsCode
      {...form.input('code')}
      field={form.field('code')}
      ready={() => form.right('phone')}
      send={(solution) => call(sendCode, { body: { purpose, phone: form.values.phone, solution } })}
    />
  );
}
