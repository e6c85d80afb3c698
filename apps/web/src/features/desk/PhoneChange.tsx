import { useId, useState } from 'react';
import { requestPhoneChange, sendDeskCode } from '@zikao/contract/desk/endpoints';
import type { DeskPerson } from '@zikao/contract/desk/shapes';
import { call, newKey } from '#api/client';
import { PlainForm } from '#forms/PlainForm';
import { SmsCode } from '#forms/SmsCode';
import { usePlainForm } from '#forms/use-plain-form';
import { Button } from '#ui/Button';
import { Dialog } from '#ui/Dialog';
import { Field } from '#ui/Field';
import { TextArea } from '#ui/TextArea';
import { TextInput } from '#ui/TextInput';
import { showToast } from '#ui/Toast';
import { Papers } from './Papers.tsx';
import { withPapers } from './with-papers.ts';

interface Props {
  person: DeskPerson;
  onDone: () => void;
}

/** 更换手机号, over the page. */
export function PhoneChange({ person, onDone }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="primary" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        更换手机号
      </Button>
      {open && <PhoneDialog person={person} onDone={onDone} onClose={() => setOpen(false)} />}
    </>
  );
}

const SCHEMA = withPapers(requestPhoneChange.body!);

function PhoneDialog({ person: { head }, onDone, onClose }: Props & { onClose: () => void }) {
  const formId = useId();
  const [key] = useState(newKey);
  const form = usePlainForm<Record<'papers' | 'phone' | 'code' | 'reason', string>>({
    schema: SCHEMA,
    labels: {
      papers: '已核对的证件和材料',
      phone: '新手机号',
      code: '新手机号收到的验证码',
      reason: '更换的原因',
    },
    blame: { 'registration.phoneTaken': 'phone', 'code.wrong': 'code' },
    async submit(body) {
      await call(requestPhoneChange, { params: { id: head.id }, body: body as never }, { key });
      showToast(`${head.name}：更换手机号已受理`);
      onClose();
      onDone();
    },
  });
  return (
    <Dialog
      open
      title={`更换${head.name}的手机号`}
      onClose={onClose}
      actions={
        <Button look="primary" type="submit" form={formId} busy={form.busy}>
          受理更换
        </Button>
      }
    >
      <PlainForm form={form} id={formId}>
        <p className="muted">
          现在的手机号是 <b className="num">{head.maskedPhone}</b>
          。受理后会发短信告知原号码和新号码。
        </p>
        <Papers
          act="phone"
          field={form.field('papers')}
          value={form.values.papers}
          onChange={(value) => form.set('papers', value)}
        />
        <Field {...form.field('phone')}>
          <TextInput {...form.input('phone')} type="tel" autoComplete="off" maxLength={20} />
        </Field>
        <SmsCode
          {...form.input('code')}
          field={form.field('code')}
          ready={() => form.right('phone')}
          send={(solution) => call(sendDeskCode, { body: { phone: form.values.phone, solution } })}
        />
        <Field {...form.field('reason')} hint="如：原号码已停机，考生无法补办">
          <TextArea {...form.input('reason')} rows={2} maxLength={300} />
        </Field>
      </PlainForm>
    </Dialog>
  );
}
