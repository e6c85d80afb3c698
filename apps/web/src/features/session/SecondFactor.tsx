import { useEffect, useRef } from 'react';
import { confirmSecondFactor, type Session, sendSecondFactor } from '@zikao/contract/identity';
import { call } from '#api/client';
import { PlainForm } from '#forms/PlainForm';
import { SmsCode } from '#forms/SmsCode';
import { usePlainForm } from '#forms/use-plain-form';
import { Button } from '#ui/Button';

interface Props {
  session: Session;
  onDone: (session: Session) => void;
  onBack: () => void;
}

/** The second step where the province asks for it: a code to the phone of the account. */
export function SecondFactor({ session, onDone, onBack }: Props) {
  const form = usePlainForm<{ code: string }>({
    schema: confirmSecondFactor.body!,
    labels: { code: '短信验证码' },
    blame: { 'code.wrong': 'code' },
    submit: async (body) => onDone(await call(confirmSecondFactor, { body })),
  });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <PlainForm form={form}>
      <div>
        <h2 className="sign-in__step" ref={heading} tabIndex={-1}>
          登录第二步
        </h2>
        <p className="muted">
          密码正确。为了您的账户安全，请再输入发到预留手机 <b className="num">{session.maskedPhone}</b>{' '}
          的验证码。
        </p>
      </div>
      <SmsCode
        {...form.input('code')}
        field={form.field('code')}
        send={(solution) => call(sendSecondFactor, { body: { solution } })}
      />
      <Button type="submit" look="primary" wide busy={form.busy}>
        登录
      </Button>
      <Button look="plain" onClick={onBack}>
        返回，换一种方式登录
      </Button>
    </PlainForm>
  );
}
