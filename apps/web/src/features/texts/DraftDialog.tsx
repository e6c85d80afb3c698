import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { generatePath, useNavigate } from 'react-router';
import type { TextKind } from '@zikao/contract/exams';
import { draftText, listTexts, TEXT_KIND_NAMES } from '@zikao/contract/texts';
import { call, newKey } from '#api/client';
import { keyOf } from '#api/query';
import { PlainForm } from '#forms/PlainForm';
import { usePlainForm } from '#forms/use-plain-form';
import { paths } from '#paths';
import { Button } from '#ui/Button';
import { Dialog } from '#ui/Dialog';
import { Field } from '#ui/Field';
import { Select } from '#ui/Select';
import { TextInput } from '#ui/TextInput';
import { optionsOf } from '#ui/options';

const KINDS = optionsOf(TEXT_KIND_NAMES);

/** 起草: what kind and under which title; the body is written on the page of its own. */
export function DraftDialog({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const formId = useId();
  const [key] = useState(newKey);
  const form = usePlainForm<{ kind: string; title: string }>({
    schema: draftText.body!.pick({ kind: true, title: true }),
    labels: { kind: '种类', title: '标题' },
    async submit({ kind, title }) {
      const body = { kind: kind as TextKind, title, body: '' };
      const made = await call(draftText, { body }, { key: `${key}-${kind}` });
      void client.invalidateQueries({ queryKey: keyOf(listTexts) });
      void navigate(generatePath(paths.text, { text: made.id }));
    },
  });
  return (
    <Dialog
      open
      title="起草"
      onClose={onClose}
      actions={
        <Button look="primary" type="submit" form={formId} busy={form.busy}>
          开始写
        </Button>
      }
    >
      <p>修改已经发布的文本，请打开它，点击“起草新版本”，正文会带过来。</p>
      <PlainForm form={form} id={formId}>
        <Field {...form.field('kind')} required>
          <Select {...form.input('kind')} options={KINDS} />
        </Field>
        <Field {...form.field('title')} required>
          <TextInput {...form.input('title')} maxLength={100} autoComplete="off" />
        </Field>
      </PlainForm>
    </Dialog>
  );
}
