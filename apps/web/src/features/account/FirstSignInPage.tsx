import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { getText } from '@zikao/contract/exams';
import { firstSignIn, FirstSignIn } from '@zikao/contract/identity';
import { call } from '#api/client';
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
import './account.css';

const LABELS = {
  phone: '手机号',
  paperCode: '首次登录码',
  code: '短信验证码',
  password: '密码',
  consent: '个人信息处理告知',
};

/** 首次登录, into an account that a district made at its desk. */
export function FirstSignInPage() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const privacy = useQuery(query(getText, { params: { kind: 'privacy' } }));
  const form = usePlainForm<Record<keyof typeof LABELS, string>>({
    schema: FirstSignIn,
    labels: LABELS,
    blame: { 'code.wrong': 'code' },
    submit: async (body) => {
      enter(client, await call(firstSignIn, { body }));
      void navigate(paths.home, { replace: true });
    },
  });
  return (
    <div className="wrap narrow">
      <PageTitle title="首次登录">
        <p>考区在现场为您注册的账号，第一次登录要回执上的首次登录码和手机短信验证码，并设置密码。</p>
      </PageTitle>
      <section className="card">
        <PlainForm form={form}>
          <Field {...form.field('phone')} hint="现场登记的手机号">
            <TextInput {...form.input('phone')} type="tel" autoComplete="tel-national" maxLength={20} />
          </Field>
          <Field {...form.field('paperCode')} hint="回执上的 10 位字母和数字">
            <TextInput
              {...form.input('paperCode')}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={20}
            />
          </Field>
          <PhoneCode form={form} purpose="firstSignIn" />
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
            登录
          </Button>
        </PlainForm>
      </section>
    </div>
  );
}
