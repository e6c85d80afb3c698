import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { getMerge, listMerges, type Merge, undoMerge } from '@zikao/contract/merges';
import { call, newKey } from '#api/client';
import { keyOf } from '#api/query';
import { PlainForm } from '#forms/PlainForm';
import { usePlainForm } from '#forms/use-plain-form';
import { Button } from '#ui/Button';
import { Dialog } from '#ui/Dialog';
import { Field } from '#ui/Field';
import { TextArea } from '#ui/TextArea';
import { showToast } from '#ui/Toast';

/** Asks why, and takes the 合档 back. */
export function UndoDialog({ merge, onClose }: { merge: Merge; onClose: () => void }) {
  const client = useQueryClient();
  const formId = useId();
  const [key] = useState(newKey);
  const form = usePlainForm<{ reason: string }>({
    schema: undoMerge.body!,
    labels: { reason: '撤销的原因' },
    async submit(body) {
      await call(undoMerge, { params: { id: merge.id }, body }, { key });
      showToast('合档已撤销，恢复到合档以前');
      void client.invalidateQueries({ queryKey: keyOf(getMerge) });
      void client.invalidateQueries({ queryKey: keyOf(listMerges) });
      onClose();
    },
  });
  return (
    <Dialog
      open
      title="撤销合档"
      onClose={onClose}
      actions={
        <Button look="primary" type="submit" form={formId} busy={form.busy}>
          确认撤销
        </Button>
      }
    >
      <p>
        准考证号 <b className="num">{merge.absorbed}</b> 与 <b className="num">{merge.surviving}</b>{' '}
        分开，账号、报考、申请和文件恢复到合档以前，并通知考生。
      </p>
      <PlainForm form={form} id={formId}>
        <Field {...form.field('reason')} hint="如：核对后不是同一人" required>
          <TextArea {...form.input('reason')} rows={3} maxLength={300} />
        </Field>
      </PlainForm>
    </Dialog>
  );
}
