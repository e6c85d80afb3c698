import { useState } from 'react';
import { DESK_KIND_NAMES, deskLifecycle } from '@zikao/contract/desk/lifecycle';
import { readUndo, undoByCode } from '@zikao/contract/desk/undo';
import type { Answer } from '@zikao/contract/endpoint';
import { call } from '#api/client';
import { PlainForm } from '#forms/PlainForm';
import { Problem } from '#forms/Problem';
import { usePlainForm } from '#forms/use-plain-form';
import { paths } from '#paths';
import { Button, ButtonLink } from '#ui/Button';
import { formatMoment } from '#ui/dates';
import { Field } from '#ui/Field';
import { Notice } from '#ui/Notice';
import { PageTitle } from '#ui/PageTitle';
import { Rows } from '#ui/Rows';
import { TextInput } from '#ui/TextInput';
import './account.css';

type Shown = Answer<typeof readUndo>;

/** 撤销办理, by the code of a message: without signing in, for the password may be unknown too. */
export function UndoPage() {
  const [found, setFound] = useState<{ code: string; shown: Shown }>();
  const form = usePlainForm<{ code: string }>({
    schema: readUndo.body!,
    labels: { code: '撤销码' },
    blame: { 'desk.undoCodeWrong': 'code' },
    async submit(body) {
      setFound({ ...body, shown: await call(readUndo, { body }) });
    },
  });
  return (
    <div className="wrap narrow">
      <PageTitle title="撤销办理">
        <p>收到短信说您的手机号要更换、账号要停用，而您没有办理过？生效之前可以在这里撤销。</p>
      </PageTitle>
      <section className="card">
        {found ? (
          <Decide {...found} />
        ) : (
          <PlainForm form={form}>
            <Field {...form.field('code')} hint="短信里的 10 位字母和数字">
              <TextInput
                {...form.input('code')}
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck={false}
                maxLength={20}
              />
            </Field>
            <Button type="submit" look="primary" wide busy={form.busy}>
              查看
            </Button>
          </PlainForm>
        )}
      </section>
    </div>
  );
}

function Decide({ code, shown: first }: { code: string; shown: Shown }) {
  const [shown, setShown] = useState(first);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  async function undo() {
    setBusy(true);
    setFailure(undefined);
    await call(undoByCode, { body: { code } }).then(setShown, setFailure);
    setBusy(false);
  }
  return (
    <div className="stack">
      <Problem error={failure} />
      {shown.state === 'undone' && (
        <Notice tone="ok" role="status" title="已撤销">
          <p>您的账号没有变化。请留意是否有人知道您的身份证信息，必要时与考区联系。</p>
        </Notice>
      )}
      <Rows
        rows={[
          { label: '事项', value: DESK_KIND_NAMES[shown.kind] },
          ...(shown.newPhone
            ? [{ label: '换成', value: <span className="num">{shown.newPhone}</span> }]
            : []),
          { label: '办理单位', value: shown.office },
          { label: '受理时间', value: formatMoment(shown.at) },
          { label: '状态', value: deskLifecycle.states[shown.state] },
          ...(shown.effectiveAt ? [{ label: '生效时间', value: formatMoment(shown.effectiveAt) }] : []),
        ]}
      />
      {shown.mayUndo ? (
        <Button look="primary" wide busy={busy} onClick={() => void undo()}>
          不是我办理的，撤销
        </Button>
      ) : (
        <p className="muted">
          {shown.state === 'undone'
            ? '不需要再做什么。'
            : '现在不能在网上撤销。如有异议，请联系办理单位或省考办。'}
        </p>
      )}
      <ButtonLink to={paths.signIn}>去登录</ButtonLink>
    </div>
  );
}
