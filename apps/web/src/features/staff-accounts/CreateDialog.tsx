import { useId, useState } from 'react';
import type { Answer } from '@zikao/contract/endpoint';
import { createStaff, NewStaff, type StaffRole } from '@zikao/contract/staff';
import { call, newKey } from '#api/client';
import { PlainForm } from '#forms/PlainForm';
import { usePlainForm } from '#forms/use-plain-form';
import { Button } from '#ui/Button';
import { Dialog } from '#ui/Dialog';
import { Field } from '#ui/Field';
import { TextInput } from '#ui/TextInput';
import { PositionFields } from './PositionFields.tsx';
import { TemporaryPassword } from './TemporaryPassword.tsx';
import { useReloadStaff } from './use-reload-staff.ts';

type Typed = {
  name: string;
  username: string;
  role: StaffRole;
  district: string;
  reason: string;
};

/** Who, in which office; then, once, the temporary password to hand over. */
export function CreateDialog({ onClose }: { onClose: () => void }) {
  const reload = useReloadStaff();
  const formId = useId();
  const [key] = useState(newKey);
  const [made, setMade] = useState<Answer<typeof createStaff>>();
  const form = usePlainForm<Typed>({
    schema: NewStaff,
    labels: { name: '姓名', username: '登录名', role: '角色', district: '考区', reason: '原因' },
    blame: { 'staff.usernameTaken': 'username' },
    async submit(body) {
      setMade(await call(createStaff, { body }, { key }));
      reload();
    },
  });
  if (made) return <TemporaryPassword staff={made.staff} given={made} onClose={onClose} />;
  return (
    <Dialog
      open
      title="新建工作人员账号"
      onClose={onClose}
      actions={
        <Button look="primary" type="submit" form={formId} busy={form.busy}>
          新建账号
        </Button>
      }
    >
      <PlainForm form={form} id={formId}>
        <Field {...form.field('name')} required>
          <TextInput {...form.input('name')} maxLength={40} autoComplete="off" />
        </Field>
        <Field {...form.field('username')} hint="小写字母开头，如 xining-zhang；以后不能改" required>
          <TextInput
            {...form.input('username')}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={32}
          />
        </Field>
        <PositionFields form={form} />
        <Field {...form.field('reason')} hint="如：新到岗，西宁市考区报备" required>
          <TextInput {...form.input('reason')} maxLength={300} />
        </Field>
      </PlainForm>
    </Dialog>
  );
}
