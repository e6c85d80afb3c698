import { type Session, signInByCode } from '@zikao/contract/identity';
import { call } from '#api/client';
import { PlainForm } from '#forms/PlainForm';
import { PhoneCode } from '#forms/PhoneCode';
import { usePlainForm } from '#forms/use-plain-form';
import { Button } from '#ui/Button';
import { Field } from '#ui/Field';
import { TextInput } from '#ui/TextInput';

/** 短信登录. */
export function CodeForm({ onDone }: { onDone: (session: Session) => void }) {
  const form = usePlainForm<{ phone: string; code: string }>({
    schema: signInByCode.body!,
    labels: { phone: '手机号', code: '短信验证码' },
    blame: { 'code.wrong': 'code' },
    submit: async (body) => onDone(await call(signInByCode, { body })),
  });
  return (
    <PlainForm form={form}>
      <Field {...form.field('phone')}>
        <TextInput {...form.input('phone')} type="tel" autoComplete="tel-national" />
      </Field>
      <PhoneCode form={form} purpose="signIn" />
      <Button type="submit" look="primary" wide busy={form.busy}>
        登录
      </Button>
    </PlainForm>
  );
}
