import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import {
  listMessageTexts,
  type MessageText,
  MOST_SMS,
  NewMessageText,
  restoreMessageText,
  saveMessageText,
} from '@zikao/contract/message-texts';
import { call } from '#api/client';
import { keyOf } from '#api/query';
import { PlainForm } from '#forms/PlainForm';
import { Problem } from '#forms/Problem';
import { usePlainForm } from '#forms/use-plain-form';
import { Button } from '#ui/Button';
import { Dialog } from '#ui/Dialog';
import { Field } from '#ui/Field';
import { TextArea } from '#ui/TextArea';
import { TextInput } from '#ui/TextInput';
import { showToast } from '#ui/Toast';
import { placeholderName, sampled } from './sample.ts';

/** Changes the words of one occasion, with what they will read like. */
export function TextDialog({ text, onClose }: { text: MessageText; onClose: () => void }) {
  const client = useQueryClient();
  const formId = useId();
  const params = { event: text.event };
  const at = { ifMatch: text.version };
  const done = (said: string) => {
    showToast(said);
    void client.invalidateQueries({ queryKey: keyOf(listMessageTexts) });
    onClose();
  };
  const form = usePlainForm<{ title: string; body: string; sms: string }>({
    schema: NewMessageText,
    labels: { title: '标题', body: '站内消息', sms: '短信（选填）' },
    initial: { title: text.title, body: text.body, sms: text.sms ?? '' },
    async submit(body) {
      await call(saveMessageText, { params, body }, at);
      done('已修改，从下一条消息起生效');
    },
  });
  const restore = useMutation({
    mutationFn: () => call(restoreMessageText, { params }, at),
    onSuccess: () => done('已恢复原有文字'),
  });
  const area = (name: 'body' | 'sms', rows: number, maxLength: number) => (
    <TextArea {...form.input(name)} rows={rows} maxLength={maxLength} />
  );
  return (
    <Dialog
      open
      title={`修改：${sampled(text.title, text)}`}
      onClose={onClose}
      actions={
        <>
          {!text.usual && (
            <Button busy={restore.isPending} onClick={() => restore.mutate()}>
              恢复原有文字
            </Button>
          )}
          <Button look="primary" type="submit" form={formId} busy={form.busy}>
            保存
          </Button>
        </>
      }
    >
      <Problem error={restore.error} />
      {text.placeholders.length > 0 && (
        <p>
          系统填入的内容：
          {text.placeholders.map((name) => `{${name}} 为${placeholderName(name)}`).join('；')}。
        </p>
      )}
      <PlainForm form={form} id={formId}>
        <Field {...form.field('title')} required>
          <TextInput {...form.input('title')} maxLength={60} autoComplete="off" />
        </Field>
        <Field {...form.field('body')} required>
          {area('body', 4, 600)}
        </Field>
        <Field
          {...form.field('sms')}
          hint={`不填则不发短信。短信里不要写个人信息；现在 ${form.values.sms.length} 字，最多 ${MOST_SMS} 字`}
        >
          {area('sms', 3, MOST_SMS)}
        </Field>
      </PlainForm>
      <h3>预览</h3>
      <div className="messaging__preview">
        <b>{sampled(form.values.title, text)}</b>
        <p className="messaging__body">{sampled(form.values.body, text)}</p>
        {form.values.sms && <p className="small muted">短信：{sampled(form.values.sms, text)}</p>}
      </div>
    </Dialog>
  );
}
