import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { changePassword, listDevices } from '@zikao/contract/identity';
import { call } from '#api/client';
import { keyOf } from '#api/query';
import { Button } from '#ui/Button';
import { Field } from '#ui/Field';
import { PasswordInput } from '#ui/PasswordInput';
import { showToast } from '#ui/Toast';
import { PlainForm } from './PlainForm.tsx';
import { PASSWORD_HINT, twice } from './twice.tsx';
import { usePlainForm } from './use-plain-form.tsx';

const SCHEMA = twice(changePassword.body!);

/** 修改密码, the same for candidates and staff. Other devices are signed out by it. */
export function PasswordChange({ onDone }: { onDone?: () => void }) {
  const [done, setDone] = useState(0);
  return (
    <ChangeForm
      key={done}
      onDone={() => {
        setDone(done + 1);
        onDone?.();
      }}
    />
  );
}

function ChangeForm({ onDone }: { onDone: () => void }) {
  const client = useQueryClient();
  const form = usePlainForm<{ current: string; password: string; again: string }>({
    schema: SCHEMA,
    labels: { current: '当前密码', password: '新密码', again: '再次输入新密码' },
    blame: { 'password.wrong': 'current' },
    submit: async ({ current, password }) => {
      await call(changePassword, { body: { current, password } });
      await client.invalidateQueries({ queryKey: keyOf(listDevices) });
      showToast('密码已修改，其他设备已退出登录');
      onDone();
    },
  });
  return (
    <PlainForm form={form}>
      <Field {...form.field('current')}>
        <PasswordInput {...form.input('current')} autoComplete="current-password" />
      </Field>
      <Field {...form.field('password')} hint={PASSWORD_HINT}>
        <PasswordInput {...form.input('password')} autoComplete="new-password" maxLength={64} />
      </Field>
      <Field {...form.field('again')}>
        <PasswordInput {...form.input('again')} autoComplete="new-password" maxLength={64} />
      </Field>
      <p className="small muted">修改后，其他设备上的登录随即退出。</p>
      <div>
        <Button type="submit" look="primary" busy={form.busy}>
          确认修改
        </Button>
      </div>
    </PlainForm>
  );
}
