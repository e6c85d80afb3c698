import { useState } from 'react';
import { changePassword } from '@zikao/contract/identity';
import { call } from '#api/client';
import { Button } from '#ui/Button';
import { Field } from '#ui/Field';
import { PasswordInput } from '#ui/PasswordInput';
import { showToast } from '#ui/Toast';
import { PlainForm } from './PlainForm.tsx';
import { usePlainForm } from './use-plain-form.tsx';

interface Values extends Record<string, unknown> {
  current: string;
  password: string;
}

/** 修改密码, the same for candidates and staff. Other devices are signed out by it. */
export function PasswordChange() {
  const [done, setDone] = useState(0);
  return <ChangeForm key={done} onDone={() => setDone(done + 1)} />;
}

function ChangeForm({ onDone }: { onDone: () => void }) {
  const form = usePlainForm<Values>({
    schema: changePassword.body!,
    defaults: { current: '', password: '' },
    labels: { current: '当前密码', password: '新密码' },
    blame: { 'password.wrong': 'current' },
    submit: async (body) => {
      await call(changePassword, { body });
      showToast('密码已修改，其他设备已退出登录');
      onDone();
    },
  });
  return (
    <PlainForm form={form}>
      <Field {...form.field('current')}>
        <PasswordInput {...form.register('current')} autoComplete="current-password" />
      </Field>
      <Field {...form.field('password')} hint="至少 8 位，包含大写字母、小写字母、数字、符号中的三种">
        <PasswordInput {...form.register('password')} autoComplete="new-password" />
      </Field>
      <p className="small muted">修改后，其他设备上的登录随即退出。</p>
      <div>
        <Button type="submit" busy={form.busy}>
          修改密码
        </Button>
      </div>
    </PlainForm>
  );
}
