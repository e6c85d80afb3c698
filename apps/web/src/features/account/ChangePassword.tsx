import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { changePassword, listDevices } from '@zikao/contract/identity';
import { call } from '#api/client';
import { keyOf } from '#api/query';
import { PlainForm } from '#forms/PlainForm';
import { usePlainForm } from '#forms/use-plain-form';
import { Button } from '#ui/Button';
import { Dialog } from '#ui/Dialog';
import { Field } from '#ui/Field';
import { PasswordInput } from '#ui/PasswordInput';
import { showToast } from '#ui/Toast';
import { PASSWORD_HINT, twice } from './twice.ts';

const SCHEMA = twice(changePassword.body!);

/** 修改密码, over the page. */
export function ChangePassword() {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        修改密码
      </Button>
      <Dialog open={open} onClose={close} title="修改密码">
        <PasswordChange onDone={close} />
      </Dialog>
    </>
  );
}

function PasswordChange({ onDone }: { onDone: () => void }) {
  const client = useQueryClient();
  const form = usePlainForm<{ current: string; password: string; again: string }>({
    schema: SCHEMA,
    defaults: { current: '', password: '', again: '' },
    labels: { current: '当前密码', password: '新密码', again: '再次输入新密码' },
    blame: { 'password.wrong': 'current' },
    submit: async ({ current, password }) => {
      await call(changePassword, { body: { current, password } });
      await client.invalidateQueries({ queryKey: keyOf(listDevices) });
      showToast('密码已修改，其他设备已退出登录。');
      onDone();
    },
  });
  return (
    <PlainForm form={form}>
      <Field {...form.field('current')}>
        <PasswordInput {...form.register('current')} autoComplete="current-password" />
      </Field>
      <Field {...form.field('password')} hint={PASSWORD_HINT}>
        <PasswordInput {...form.register('password')} autoComplete="new-password" maxLength={64} />
      </Field>
      <Field {...form.field('again')}>
        <PasswordInput {...form.register('again')} autoComplete="new-password" maxLength={64} />
      </Field>
      <p className="muted small">修改后，其他设备上的登录随即退出。</p>
      <Button type="submit" look="primary" wide busy={form.busy}>
        确认修改
      </Button>
    </PlainForm>
  );
}
