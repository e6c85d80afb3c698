import { useId } from 'react';
import { ChangedStaff, changeStaff, type Staff, type StaffRole } from '@zikao/contract/staff';
import { call } from '#api/client';
import { PlainForm } from '#forms/PlainForm';
import { usePlainForm } from '#forms/use-plain-form';
import { Button } from '#ui/Button';
import { Dialog } from '#ui/Dialog';
import { Field } from '#ui/Field';
import { TextInput } from '#ui/TextInput';
import { showToast } from '#ui/Toast';
import { PositionFields } from './PositionFields.tsx';
import { useReloadStaff } from './use-reload-staff.ts';

type Typed = {
  name: string;
  role: StaffRole;
  district: string;
  reason: string;
};

/** Another name, role or district. */
export function ChangeDialog({ staff, onClose }: { staff: Staff; onClose: () => void }) {
  const reload = useReloadStaff();
  const formId = useId();
  const { id, name, role, district } = staff;
  const form = usePlainForm<Typed>({
    schema: ChangedStaff,
    labels: { name: '姓名', role: '角色', district: '考区', reason: '原因' },
    initial: { name, role, district: district?.code ?? '' },
    async submit(body) {
      await call(changeStaff, { params: { account: id }, body });
      reload();
      showToast('账号已修改');
      onClose();
    },
  });
  return (
    <Dialog
      open
      title={`修改账号：${name}`}
      onClose={onClose}
      actions={
        <Button look="primary" type="submit" form={formId} busy={form.busy}>
          确认修改
        </Button>
      }
    >
      <p>换了角色或考区的，随即退出登录，领取的审核放回待办；按新的角色和考区重新登录。</p>
      <PlainForm form={form} id={formId}>
        <Field {...form.field('name')} required>
          <TextInput {...form.input('name')} maxLength={40} autoComplete="off" />
        </Field>
        <PositionFields form={form} />
        <Field {...form.field('reason')} hint="如：调往海东市考区" required>
          <TextInput {...form.input('reason')} maxLength={300} />
        </Field>
      </PlainForm>
    </Dialog>
  );
}
