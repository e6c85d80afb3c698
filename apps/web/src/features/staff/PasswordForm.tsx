import { type Session, staffSignIn } from '@zikao/contract/identity';
import { call } from '#api/client';
import { PlainForm } from '#forms/PlainForm';
import { usePlainForm } from '#forms/use-plain-form';
import { Button } from '#ui/Button';
import { Field } from '#ui/Field';
import { PasswordInput } from '#ui/PasswordInput';
import { TextInput } from '#ui/TextInput';

export function PasswordForm({ onDone }: { onDone: (session: Session) => void }) {
  const form = usePlainForm<{ username: string; password: string }>({
    schema: staffSignIn.body!,
    labels: { username: '账号', password: '密码' },
    submit: async (body) => onDone(await call(staffSignIn, { body })),
  });
  return (
    <PlainForm form={form}>
      <Field {...form.field('username')}>
        <TextInput
          {...form.input('username')}
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
      <p className="small muted">忘记密码请联系省考办重置。考生请从首页登录。</p>
    </PlainForm>
  );
}
