import { useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import {
  getTextVersion,
  listNotices,
  listTexts,
  type TextVersion,
  withdrawNotice,
} from '@zikao/contract/texts';
import { call } from '#api/client';
import { keyOf, query } from '#api/query';
import { siteQuery } from '#api/session';
import { PlainForm } from '#forms/PlainForm';
import { usePlainForm } from '#forms/use-plain-form';
import { Button } from '#ui/Button';
import { Dialog } from '#ui/Dialog';
import { Field } from '#ui/Field';
import { TextArea } from '#ui/TextArea';
import { showToast } from '#ui/Toast';

/** Asks why, and takes the notice off the public list. */
export function WithdrawDialog({ text, onClose }: { text: TextVersion; onClose: () => void }) {
  const client = useQueryClient();
  const formId = useId();
  const params = { text: text.id };
  const form = usePlainForm<{ reason: string }>({
    schema: withdrawNotice.body!,
    labels: { reason: '撤回的原因' },
    async submit(body) {
      const withdrawn = await call(withdrawNotice, { params, body }, { ifMatch: text.version });
      client.setQueryData(query(getTextVersion, { params }).queryKey, withdrawn);
      for (const endpoint of [listTexts, listNotices])
        void client.invalidateQueries({ queryKey: keyOf(endpoint) });
      void client.invalidateQueries({ queryKey: siteQuery.queryKey });
      showToast('公告已撤回');
      onClose();
    },
  });
  return (
    <Dialog
      open
      title={`撤回“${text.title}”`}
      onClose={onClose}
      actions={
        <Button look="primary" type="submit" form={formId} busy={form.busy}>
          确认撤回公告
        </Button>
      }
    >
      <p>撤回后公告列表里不再显示，打开原来的地址会看到“已撤回”。发布新版本可以重新公开。</p>
      <PlainForm form={form} id={formId}>
        <Field {...form.field('reason')} required>
          <TextArea {...form.input('reason')} rows={3} maxLength={300} />
        </Field>
      </PlainForm>
    </Dialog>
  );
}
