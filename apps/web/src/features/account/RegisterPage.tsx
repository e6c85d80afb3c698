import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { register, Registration } from '@zikao/contract/identity';
import { getText } from '@zikao/contract/exams';
import { call, Refused } from '#api/client';
import { query } from '#api/query';
import { enter } from '#api/session';
import { PlainForm } from '#forms/PlainForm';
import { PhoneCode } from '#forms/PhoneCode';
import { PASSWORD_HINT } from '#forms/twice';
import { usePlainForm } from '#forms/use-plain-form';
import { paths } from '#paths';
import { Button } from '#ui/Button';
import { Field } from '#ui/Field';
import { PageTitle } from '#ui/PageTitle';
import { PasswordInput } from '#ui/PasswordInput';
import { TextInput } from '#ui/TextInput';
import { Consent } from './Consent.tsx';
import { IdTaken } from './IdTaken.tsx';
import './account.css';

const LABELS = {
  name: '姓名',
  idNumber: '身份证号',
  phone: '手机号',
  code: '短信验证码',
  password: '密码',
  consent: '个人信息处理告知',
};
type Typed = Record<keyof typeof LABELS, string>;

/** 注册. */
export function RegisterPage() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const privacy = useQuery(query(getText, { params: { kind: 'privacy' } }));
  const form = usePlainForm<Typed>({
    schema: Registration,
    labels: LABELS,
    blame: { 'code.wrong': 'code', 'registration.phoneTaken': 'phone' },
    submit: async (body) => {
      enter(client, await call(register, { body }));
      void navigate(paths.home, { replace: true });
    },
  });
  const taken = form.failure instanceof Refused && form.failure.problem.code === 'registration.idTaken';

  return (
    <div className="wrap narrow">
      <PageTitle title="注册">
        <p>
          请填写本人有效身份证号和本人手机号。已经注册过的，<Link to={paths.signIn}>直接登录</Link>。
        </p>
      </PageTitle>
      <section className="card">
        <PlainForm form={taken ? { ...form, failure: undefined } : form}>
          {taken && <IdTaken error={form.failure as Refused} />}
          <Field {...form.field('name')} hint="与身份证一致，间隔号请用“·”">
            <TextInput {...form.input('name')} autoComplete="name" maxLength={60} />
          </Field>
          <Field {...form.field('idNumber')} hint="18 位，最后一位可能是 X；注册后不能修改">
            <TextInput
              {...form.input('idNumber')}
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={24}
              autoComplete="off"
            />
          </Field>
          <Field {...form.field('phone')} hint="用于接收验证码和重要考试信息，一个手机号只允许注册一个账号">
            <TextInput {...form.input('phone')} type="tel" autoComplete="tel-national" maxLength={20} />
          </Field>
          <PhoneCode form={form} purpose="registration" />
          <Field {...form.field('password')} hint={PASSWORD_HINT}>
            <PasswordInput {...form.input('password')} autoComplete="new-password" maxLength={64} />
          </Field>
          <Consent
            text={privacy}
            field={form.field('consent')}
            value={form.values.consent}
            onChange={(version) => form.set('consent', version)}
          />
          <Button type="submit" look="primary" wide busy={form.busy}>
            确认注册
          </Button>
        </PlainForm>
      </section>
    </div>
  );
}
