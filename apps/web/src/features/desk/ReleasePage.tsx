import { useState } from 'react';
import { requestRelease } from '@zikao/contract/desk/endpoints';
import type { DeskRequest } from '@zikao/contract/desk/shapes';
import { call, newKey } from '#api/client';
import { PlainForm } from '#forms/PlainForm';
import { usePlainForm } from '#forms/use-plain-form';
import { paths } from '#paths';
import { Button, ButtonLink } from '#ui/Button';
import { Card } from '#ui/Card';
import { Field } from '#ui/Field';
import { PageTitle } from '#ui/PageTitle';
import { TextArea } from '#ui/TextArea';
import { TextInput } from '#ui/TextInput';
import { Papers } from './Papers.tsx';
import { RequestCard } from './RequestCard.tsx';
import { withPapers } from './with-papers.ts';
import './desk.css';

const SCHEMA = withPapers(requestRelease.body!);

/** 身份证号被占用: for somebody who came with the card, and whose number another account has. */
export function ReleasePage() {
  const [request, setRequest] = useState<DeskRequest>();
  return (
    <div className="staff-page desk">
      <PageTitle title="身份证号被占用" side={<ButtonLink to={paths.desk}>回到现场</ButtonLink>}>
        <p>
          考生注册时提示身份证号已被占用、又确认不是本人注册的，核对身份证原件后在这里释放。占用它的账号 24
          小时后停用并保留记录，本人即可重新注册。
        </p>
      </PageTitle>
      {request ? (
        <RequestCard request={request} onChange={setRequest} fresh />
      ) : (
        <ReleaseForm onDone={setRequest} />
      )}
    </div>
  );
}

function ReleaseForm({ onDone }: { onDone: (request: DeskRequest) => void }) {
  const [key] = useState(newKey);
  const form = usePlainForm<Record<'idNumber' | 'papers' | 'reason', string>>({
    schema: SCHEMA,
    labels: { idNumber: '被占用的身份证号', papers: '已核对的证件和材料', reason: '占用的情况' },
    blame: { 'desk.notTaken': 'idNumber', 'desk.open': 'idNumber' },
    async submit(body) {
      onDone(await call(requestRelease, { body: body as never }, { key }));
    },
  });
  return (
    <Card>
      <PlainForm form={form}>
        <Field {...form.field('idNumber')} hint="按考生带来的身份证原件填写">
          <TextInput {...form.input('idNumber')} autoComplete="off" maxLength={30} />
        </Field>
        <Papers
          act="release"
          field={form.field('papers')}
          value={form.values.papers}
          onChange={(value) => form.set('papers', value)}
        />
        <Field {...form.field('reason')} hint="如：考生从未注册，不认识占用账号的人">
          <TextArea {...form.input('reason')} rows={3} maxLength={300} />
        </Field>
        <div className="row">
          <Button type="submit" look="primary" busy={form.busy}>
            受理释放
          </Button>
        </div>
      </PlainForm>
    </Card>
  );
}
