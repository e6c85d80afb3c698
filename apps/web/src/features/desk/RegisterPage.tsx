import { useState } from 'react';
import { generatePath } from 'react-router';
import { getReceipt, registerAtDesk } from '@zikao/contract/desk/endpoints';
import type { MadeAtDesk } from '@zikao/contract/desk/shapes';
import { call, newKey, pathOf } from '#api/client';
import { PlainForm } from '#forms/PlainForm';
import { usePlainForm } from '#forms/use-plain-form';
import { paths } from '#paths';
import { Button, ButtonLink } from '#ui/Button';
import { Card } from '#ui/Card';
import { Field } from '#ui/Field';
import { PageTitle } from '#ui/PageTitle';
import { TextInput } from '#ui/TextInput';
import { Made } from './Made.tsx';
import { Papers } from './Papers.tsx';
import { withPapers } from './with-papers.ts';
import './desk.css';

const SCHEMA = withPapers(registerAtDesk.body!);

/** 现场注册: for somebody whose phone is not here. */
export function RegisterPage() {
  const [made, setMade] = useState<MadeAtDesk>();
  return (
    <div className="staff-page desk">
      <PageTitle title="现场注册" side={<ButtonLink to={paths.desk}>回到现场</ButtonLink>}>
        <p>
          考生现在收不到验证码时，核对身份证原件后代为注册。考生本人日后凭回执上的登录码和手机号首次登录。
        </p>
      </PageTitle>
      {made ? (
        <Made made={made}>
          <ButtonLink to={generatePath(paths.deskPerson, { id: made.id })}>继续为这名考生办理</ButtonLink>
          <a
            className="btn btn--primary"
            href={pathOf(getReceipt, { params: { id: made.act } })}
            download="现场注册回执.pdf"
          >
            下载回执（PDF）
          </a>
        </Made>
      ) : (
        <RegisterForm onDone={setMade} />
      )}
    </div>
  );
}

function RegisterForm({ onDone }: { onDone: (made: MadeAtDesk) => void }) {
  const [key] = useState(newKey);
  const form = usePlainForm<Record<'name' | 'idNumber' | 'phone' | 'papers', string>>({
    schema: SCHEMA,
    labels: { name: '姓名', idNumber: '身份证号', phone: '手机号', papers: '已核对的证件和材料' },
    blame: { 'registration.idTaken': 'idNumber', 'registration.phoneTaken': 'phone' },
    async submit(body) {
      onDone(await call(registerAtDesk, { body: body as never }, { key }));
    },
  });
  return (
    <Card>
      <PlainForm form={form}>
        <Field {...form.field('name')} hint="与身份证一致，间隔号请用“·”">
          <TextInput {...form.input('name')} autoComplete="off" maxLength={60} />
        </Field>
        <Field {...form.field('idNumber')} hint="按身份证原件填写">
          <TextInput {...form.input('idNumber')} autoComplete="off" maxLength={30} />
        </Field>
        <Field {...form.field('phone')} hint="考生本人在用的号码，请当面逐位核对">
          <TextInput {...form.input('phone')} type="tel" autoComplete="off" maxLength={20} />
        </Field>
        <Papers
          act="registration"
          field={form.field('papers')}
          value={form.values.papers}
          onChange={(value) => form.set('papers', value)}
        />
        <div className="row">
          <Button type="submit" look="primary" busy={form.busy}>
            代为注册
          </Button>
        </div>
      </PlainForm>
    </Card>
  );
}
