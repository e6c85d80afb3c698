import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { createAnnouncement, listAnnouncements, NewAnnouncement } from '@zikao/contract/announcements';
import type { District } from '@zikao/contract/exams';
import type { z } from 'zod';
import { call, newKey } from '#api/client';
import { keyOf } from '#api/query';
import { PlainForm } from '#forms/PlainForm';
import { usePlainForm } from '#forms/use-plain-form';
import { Button } from '#ui/Button';
import { Checkbox } from '#ui/Checkbox';
import { Dialog } from '#ui/Dialog';
import { Field } from '#ui/Field';
import { TextArea } from '#ui/TextArea';
import { TextInput } from '#ui/TextInput';
import { showToast } from '#ui/Toast';

export function AnnounceDialog({
  districts,
  onClose,
}: {
  districts: readonly z.output<typeof District>[];
  onClose: () => void;
}) {
  const client = useQueryClient();
  const formId = useId();
  const [key] = useState(newKey);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const form = usePlainForm<{ title: string; body: string }>({
    schema: NewAnnouncement.pick({ title: true, body: true }),
    labels: { title: '标题', body: '内容' },
    async submit(body) {
      await call(createAnnouncement, { body: { ...body, districts: [...chosen] } }, { key });
      showToast('通知已发出');
      void client.invalidateQueries({ queryKey: keyOf(listAnnouncements) });
      onClose();
    },
  });
  return (
    <Dialog
      open
      title="写通知"
      onClose={onClose}
      actions={
        <Button look="primary" type="submit" form={formId} busy={form.busy}>
          发给{chosen.length ? ` ${chosen.length} 个考区` : '全部考区'}
        </Button>
      }
    >
      <PlainForm form={form} id={formId}>
        <Field {...form.field('title')} required>
          <TextInput {...form.input('title')} maxLength={60} autoComplete="off" />
        </Field>
        <Field {...form.field('body')} required>
          <TextArea {...form.input('body')} rows={6} maxLength={2_000} />
        </Field>
        <fieldset className="fieldset">
          <legend>发给哪些考区（都不选则发给全部）</legend>
          {districts.map(({ code, name }) => (
            <Checkbox
              key={code}
              label={name}
              checked={chosen.includes(code)}
              onChange={({ target }) =>
                setChosen((before) =>
                  target.checked ? [...before, code] : before.filter((one) => one !== code),
                )
              }
            />
          ))}
        </fieldset>
      </PlainForm>
    </Dialog>
  );
}
