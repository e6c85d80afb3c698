import { useEffect } from 'react';
import { chooseFirstPassword, type Session } from '@zikao/contract/identity';
import { call } from '#api/client';
import { PlainForm } from '#forms/PlainForm';
import { PASSWORD_HINT, twice } from '#forms/twice';
import { usePlainForm } from '#forms/use-plain-form';
import { Button } from '#ui/Button';
import { Field } from '#ui/Field';
import { PasswordInput } from '#ui/PasswordInput';

const SCHEMA = twice(chooseFirstPassword.body!);

interface Props {
  onDone: (session: Session) => void;
  onBack: () => void;
}

/** After a temporary password: one's own. */
export function FirstPasswordForm({ onDone, onBack }: Props) {
  const form = usePlainForm<{ password: string; again: string }>({
    schema: SCHEMA,
    labels: { password: '新密码', again: '再次输入新密码' },
    submit: async ({ password }) => onDone(await call(chooseFirstPassword, { body: { password } })),
  });
  const { id } = form.field('password');
  useEffect(() => document.getElementById(id)?.focus(), [id]);
  return (
    <PlainForm form={form}>
      <div>
        <h2 className="staff-sign-in__step">请换成自己的密码</h2>
        <p className="muted">您用的是省考办给的临时密码，换过以后就不能再用。请不要把新密码告诉别人。</p>
      </div>
      <Field {...form.field('password')} hint={PASSWORD_HINT}>
        <PasswordInput {...form.input('password')} autoComplete="new-password" maxLength={64} />
      </Field>
      <Field {...form.field('again')}>
        <PasswordInput {...form.input('again')} autoComplete="new-password" maxLength={64} />
      </Field>
      <Button type="submit" look="primary" wide busy={form.busy}>
        设置密码并登录
      </Button>
      <Button look="plain" onClick={onBack}>
        返回，换一个账号登录
      </Button>
    </PlainForm>
  );
}
