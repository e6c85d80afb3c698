import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { resetPassword } from '@zikao/contract/identity';
import { call } from '#api/client';
import { PlainForm } from '#forms/PlainForm';
import { PhoneCode } from '#forms/PhoneCode';
import { PASSWORD_HINT, twice } from '#forms/twice';
import { usePlainForm } from '#forms/use-plain-form';
import { paths } from '#paths';
import { Button, ButtonLink } from '#ui/Button';
import { Field } from '#ui/Field';
import { Notice } from '#ui/Notice';
import { PageTitle } from '#ui/PageTitle';
import { PasswordInput } from '#ui/PasswordInput';
import { TextInput } from '#ui/TextInput';
import './account.css';

const LABELS = { phone: '手机号', code: '短信验证码', password: '新密码', again: '再次输入新密码' };
const SCHEMA = twice(resetPassword.body!);

/** 忘记密码. */
export function ForgotPasswordPage() {
  const [done, setDone] = useState(false);
  const form = usePlainForm<Record<keyof typeof LABELS, string>>({
    schema: SCHEMA,
    labels: LABELS,
    blame: { 'code.wrong': 'code' },
    submit: async ({ phone, code, password }) => {
      await call(resetPassword, { body: { phone, code, password } });
      setDone(true);
    },
  });

  if (done) return <Done />;
  return (
    <div className="wrap narrow">
      <PageTitle title="忘记密码">
        <p>用注册时的手机号接收验证码，再设置新密码。请务必本人操作，不要把验证码告诉别人。</p>
      </PageTitle>
      <section className="card">
        <PlainForm form={form}>
          <Field {...form.field('phone')} hint="注册时填写的手机号">
            <TextInput {...form.input('phone')} type="tel" autoComplete="tel-national" maxLength={20} />
          </Field>
          <PhoneCode form={form} purpose="passwordReset" />
          <Field {...form.field('password')} hint={PASSWORD_HINT}>
            <PasswordInput {...form.input('password')} autoComplete="new-password" maxLength={64} />
          </Field>
          <Field {...form.field('again')}>
            <PasswordInput {...form.input('again')} autoComplete="new-password" maxLength={64} />
          </Field>
          <Button type="submit" look="primary" wide busy={form.busy}>
            确认
          </Button>
        </PlainForm>
      </section>
      <p className="muted">
        注册时的手机号已经不用了？请本人携带有效身份证件到考区，由工作人员核对身份后更换。
      </p>
      <p className="muted">
        账号是考区在现场为您注册的，还没有登录过？请用回执上的登录码
        <Link to={paths.firstSignIn}>首次登录</Link>。
      </p>
      <p className="muted">
        收到短信说手机号要更换、账号要停用，而不是您本人办理的？<Link to={paths.undo}>撤销办理</Link>
      </p>
    </div>
  );
}

function Done() {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className="wrap narrow">
      <PageTitle title="新密码已经设置好" />
      <section className="card stack" ref={box} tabIndex={-1}>
        <Notice tone="ok" role="status">
          <p>请用新密码登录。其他设备上的登录都已退出。</p>
        </Notice>
        <ButtonLink look="primary" wide to={paths.signIn}>
          去登录
        </ButtonLink>
      </section>
    </div>
  );
}
