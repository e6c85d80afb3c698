import { useId } from 'react';
import type { SeatingRun } from '@zikao/contract/seating';
import { withdrawSeatingRun } from '@zikao/contract/seating-runs';
import { call } from '#api/client';
import { PlainForm } from '#forms/PlainForm';
import { usePlainForm } from '#forms/use-plain-form';
import { Button } from '#ui/Button';
import { Dialog } from '#ui/Dialog';
import { Field } from '#ui/Field';
import { TextArea } from '#ui/TextArea';
import { showToast } from '#ui/Toast';

interface Props {
  run: SeatingRun;
  onDone: (run: SeatingRun) => void;
  onClose: () => void;
}

/** Takes a dry run or what is published back, with a reason. */
export function WithdrawDialog({ run, onDone, onClose }: Props) {
  const formId = useId();
  const published = run.state === 'published';
  const form = usePlainForm<{ reason: string }>({
    schema: withdrawSeatingRun.body!,
    labels: { reason: '撤回的原因' },
    async submit(body) {
      const done = await call(withdrawSeatingRun, { params: { run: run.id }, body });
      showToast(published ? '已撤回，正在通知考生' : '试排已撤回');
      onDone(done);
    },
  });
  return (
    <Dialog
      open
      title={published ? '撤回已公布的座次' : '撤回这次试排'}
      onClose={onClose}
      actions={
        <Button look="danger" type="submit" form={formId} busy={form.busy}>
          确认撤回
        </Button>
      }
    >
      <p>
        {published
          ? '考生立即看不到原来的座次，并会收到消息。重新公布前不能打印通知单。'
          : '考生还没有看到这次试排，不会通知。'}
      </p>
      <PlainForm form={form} id={formId}>
        <Field {...form.field('reason')} hint="如：考点停电，改用别的考点" required>
          <TextArea {...form.input('reason')} rows={3} maxLength={200} />
        </Field>
      </PlainForm>
    </Dialog>
  );
}
