import { useId, useState } from 'react';
import { Because, type Staff } from '@zikao/contract/staff';
import { PlainForm } from '#forms/PlainForm';
import { usePlainForm } from '#forms/use-plain-form';
import { Button } from '#ui/Button';
import { Dialog } from '#ui/Dialog';
import { Field } from '#ui/Field';
import { TextArea } from '#ui/TextArea';
import { showToast } from '#ui/Toast';
import type { Act, Given } from './acts.ts';
import { TemporaryPassword } from './TemporaryPassword.tsx';
import { useReloadStaff } from './use-reload-staff.ts';

/** Asks why, does it, and tells the temporary password if one comes of it. */
export function ActDialog({ act, staff, onClose }: { act: Act; staff: Staff; onClose: () => void }) {
  const reload = useReloadStaff();
  const formId = useId();
  const [given, setGiven] = useState<Given>();
  const form = usePlainForm<{ reason: string }>({
    schema: Because,
    labels: { reason: '原因' },
    async submit(body) {
      const made = await act.run({ params: { account: staff.id }, body });
      reload();
      if (made) return setGiven(made);
      showToast(`${staff.name}：${act.title}，已办理`);
      onClose();
    },
  });
  if (given) return <TemporaryPassword staff={staff} given={given} onClose={onClose} />;
  return (
    <Dialog
      open
      title={`${act.title}：${staff.name}`}
      onClose={onClose}
      actions={
        <Button look="primary" type="submit" form={formId} busy={form.busy}>
          确认{act.title}
        </Button>
      }
    >
      <p>{act.what}</p>
      <PlainForm form={form} id={formId}>
        <Field {...form.field('reason')} hint={act.hint} required>
          <TextArea {...form.input('reason')} rows={2} maxLength={300} />
        </Field>
      </PlainForm>
    </Dialog>
  );
}
