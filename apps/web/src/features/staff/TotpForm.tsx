import { type ReactNode, useEffect } from 'react';
import { z } from 'zod';
import { confirmSecondFactor, type Session } from '@zikao/contract/identity';
import { call } from '#api/client';
import { PlainForm } from '#forms/PlainForm';
import { usePlainForm } from '#forms/use-plain-form';
import { Button } from '#ui/Button';
import { CodeInput } from '#ui/CodeInput';
import { Field } from '#ui/Field';

const schema = z.object({
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/, '动态口令是 6 位数字'),
});

interface Props {
  onDone: (session: Session) => void;
  onBack: () => void;
  /** Above the field; by default that the password was right. */
  children?: ReactNode;
}

/** The second step: six digits from the authenticator app (RFC 6238). */
export function TotpForm({ onDone, onBack, children }: Props) {
  const form = usePlainForm<{ code: string }>({
    schema,
    labels: { code: '动态口令' },
    blame: { 'signIn.totpWrong': 'code', 'code.wrong': 'code' },
    submit: async (body) => onDone(await call(confirmSecondFactor, { body })),
  });
  const { id } = form.field('code');
  const setup = children !== undefined;

  useEffect(() => {
    if (!setup) document.getElementById(id)?.focus();
  }, [setup, id]);

  return (
    <PlainForm form={form}>
      {children ?? (
        <div>
          <h2 className="staff-sign-in__step">登录第二步</h2>
          <p className="muted">密码正确。请打开手机上的动态口令应用，输入显示的 6 位数字。</p>
        </div>
      )}
      <Field {...form.field('code')}>
        <CodeInput {...form.input('code')} />
      </Field>
      <Button type="submit" look="primary" wide busy={form.busy}>
        登录
      </Button>
      <Button look="plain" onClick={onBack}>
        返回，换一个账号登录
      </Button>
    </PlainForm>
  );
}
