import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { getTextVersion, listTexts, saveText, TextDraft, type TextVersion } from '@zikao/contract/texts';
import { call } from '#api/client';
import { keyOf, query } from '#api/query';
import { PlainForm } from '#forms/PlainForm';
import { usePlainForm } from '#forms/use-plain-form';
import { Button } from '#ui/Button';
import { Card } from '#ui/Card';
import { Field } from '#ui/Field';
import { Prose } from '#ui/Prose';
import { TextArea } from '#ui/TextArea';
import { TextInput } from '#ui/TextInput';
import { showToast } from '#ui/Toast';

/** Writing on the left, how it will look on the right. */
export function Editor({ text, onUnsaved }: { text: TextVersion; onUnsaved: (unsaved: boolean) => void }) {
  const client = useQueryClient();
  const params = { text: text.id };
  const form = usePlainForm<{ title: string; edition: string; body: string }>({
    schema: TextDraft,
    labels: { title: '标题', edition: '版本', body: '正文' },
    initial: { title: text.title, edition: text.edition, body: text.body },
    blame: { 'text.editionTaken': 'edition' },
    async submit(body) {
      const saved = await call(saveText, { params, body }, { ifMatch: text.version });
      client.setQueryData(query(getTextVersion, { params }).queryKey, saved);
      void client.invalidateQueries({ queryKey: keyOf(listTexts) });
      showToast('草稿已保存');
    },
  });
  const { title, edition, body } = form.values;
  const unsaved = title !== text.title || edition !== text.edition || body !== text.body;
  useEffect(() => onUnsaved(unsaved), [unsaved, onUnsaved]);
  return (
    <div className="texts__editor">
      <Card>
        <PlainForm form={form}>
          <Field {...form.field('title')} required>
            <TextInput {...form.input('title')} maxLength={100} autoComplete="off" />
          </Field>
          <Field {...form.field('edition')} hint="简章用考次，如 2027-04；其他用数字">
            <TextInput {...form.input('edition')} maxLength={20} autoComplete="off" />
          </Field>
          <Field
            {...form.field('body')}
            hint="空一行分段；一行以“# ”开头是小标题，以“- ”开头是列表。其他符号原样显示。"
            required
          >
            <TextArea {...form.input('body')} rows={22} maxLength={18_000} />
          </Field>
          <Button look={unsaved ? 'primary' : 'ghost'} type="submit" busy={form.busy}>
            保存草稿
          </Button>
        </PlainForm>
      </Card>
      <Card title="预览">
        <h3 className="texts__title">{form.values.title}</h3>
        <Prose body={form.values.body} />
      </Card>
    </div>
  );
}
