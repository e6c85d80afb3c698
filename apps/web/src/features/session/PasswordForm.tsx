import { type Session, signIn } from '@zikao/contract/identity';
import { call } from '#api/client';
import { PlainForm } from '#forms/PlainForm';
import { usePlainForm } from '#forms/use-plain-form';
import { Button } from '#ui/Button';
import { Field } from '#ui/Field';
import { PasswordInput } from '#ui/PasswordInput';
import { TextInput } from '#ui/TextInput';

/** 密码登录. */
export function PasswordForm({ onDone }: { onDone: (session: Session) => void }) {
  const form = usePlainForm<{ account: string; password: string }>({
    schema: signIn.body!,
    labels: { account: '身份证号或手机号', password: '密码' },
    submit: async (body) => onDone(await call(signIn, { body })),
  });
  return (
    <PlainForm form={form}>
      <Field {...form.field('account')}>
        <TextInput
          {...form.input('account')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
      </Field>
      <Field {...form.field('password')}>
        <PasswordInput {...form.input('password')} autoComplete="current-password" />
      </Field>
      <Button type="submit" look="primary" wide busy={form.busy}>
        登录
      </Button>
    </PlainForm>
  );
}
