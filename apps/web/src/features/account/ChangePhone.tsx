import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { z } from 'zod';
import { type Account, changePhone, getAccount, sendOwnCode } from '@zikao/contract/identity';
import { call } from '#api/client';
import { query } from '#api/query';
import { sessionQuery } from '#api/session';
import { PlainForm } from '#forms/PlainForm';
import { SmsCode } from '#forms/SmsCode';
import { usePlainForm } from '#forms/use-plain-form';
import { paths } from '#paths';
import { Button } from '#ui/Button';
import { Dialog } from '#ui/Dialog';
import { Field } from '#ui/Field';
import { TextInput } from '#ui/TextInput';
import { showToast } from '#ui/Toast';

type AccountData = z.output<typeof Account>;

/** 更换手机号, over the page: a code to the old number and one to the new. */
export function ChangePhone({ account }: { account: AccountData }) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        更换手机号
      </Button>
      <Dialog open={open} onClose={close} title="更换手机号">
        <PhoneChange account={account} onDone={close} />
      </Dialog>
    </>
  );
}

function PhoneChange({ account, onDone }: { account: AccountData; onDone: () => void }) {
  const client = useQueryClient();
  const form = usePlainForm<{ oldCode: string; phone: string; newCode: string }>({
    schema: changePhone.body!,
    labels: { oldCode: '原手机号的验证码', phone: '新手机号', newCode: '新手机号的验证码' },
    blame: { 'registration.phoneTaken': 'phone' },
    submit: async (body) => {
      client.setQueryData(query(getAccount, {}).queryKey, await call(changePhone, { body }));
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
      showToast('手机号已更换。');
      onDone();
    },
  });
  return (
    <PlainForm form={form}>
      <p className="muted">
        现在的手机号是 <b className="num">{account.maskedPhone}</b>
        。原手机号无法接收短信时，请本人携带有效身份证件到
        <Link to={paths.districts}>考区</Link>办理。
      </p>
      <SmsCode
        {...form.input('oldCode')}
        field={form.field('oldCode')}
        send={(solution) => call(sendOwnCode, { body: { purpose: 'phoneOld', solution } })}
      />
      <Field {...form.field('phone')}>
        <TextInput {...form.input('phone')} type="tel" autoComplete="tel-national" maxLength={20} />
      </Field>
      <SmsCode
        {...form.input('newCode')}
        field={form.field('newCode')}
        ready={() => form.right('phone')}
        send={(solution) =>
          call(sendOwnCode, { body: { purpose: 'phoneNew', phone: form.values.phone, solution } })
        }
      />
      <Button type="submit" look="primary" wide busy={form.busy}>
        确认更换
      </Button>
    </PlainForm>
  );
}
