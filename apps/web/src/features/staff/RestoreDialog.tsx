import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { z } from 'zod';
import { type FrozenRecord, listFrozenRecords, restoreRecord } from '@zikao/contract/records';
import { call, newKey } from '#api/client';
import { keyOf } from '#api/query';
import { PlainForm } from '#forms/PlainForm';
import { usePlainForm } from '#forms/use-plain-form';
import { Button } from '#ui/Button';
import { Dialog } from '#ui/Dialog';
import { Field } from '#ui/Field';
import { TextArea } from '#ui/TextArea';
import { showToast } from '#ui/Toast';

interface Props {
  record: z.output<typeof FrozenRecord>;
  onClose: () => void;
}

/** Asks why, and takes the freezing back. */
export function RestoreDialog({ record, onClose }: Props) {
  const client = useQueryClient();
  const formId = useId();
  const [key] = useState(newKey);
  const form = usePlainForm<{ reason: string }>({
    schema: restoreRecord.body!,
    labels: { reason: '考籍恢复的原因' },
    async submit(body) {
      await call(restoreRecord, { params: { id: record.id }, body }, { key });
      showToast(`${record.name}：考籍已恢复`);
      void client.invalidateQueries({ queryKey: keyOf(listFrozenRecords) });
      onClose();
    },
  });
  return (
    <Dialog
      open
      title={`恢复${record.name}的考籍`}
      onClose={onClose}
      actions={
        <Button look="primary" type="submit" form={formId} busy={form.busy}>
          确认考籍恢复
        </Button>
      }
    >
      <p>
        准考证号 <b className="num">{record.admissionNumber}</b>，转往{record.province}
        。恢复会记入考籍档案，并通知考生。
      </p>
      <PlainForm form={form} id={formId}>
        <Field {...form.field('reason')} hint="如：转入地不予接收，考生交回转出登记表" required>
          <TextArea {...form.input('reason')} rows={3} maxLength={300} />
        </Field>
      </PlainForm>
    </Dialog>
  );
}
