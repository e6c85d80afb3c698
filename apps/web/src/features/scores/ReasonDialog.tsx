import { useId } from 'react';
import type { z } from 'zod';
import { PlainForm } from '#forms/PlainForm';
import { usePlainForm } from '#forms/use-plain-form';
import { Button } from '#ui/Button';
import { Dialog } from '#ui/Dialog';
import { Field } from '#ui/Field';
import { TextArea } from '#ui/TextArea';

interface Props {
  title: string;
  /** What will happen. */
  text: string;
  label: string;
  act: string;
  schema: z.ZodType;
  onSubmit: (body: { reason: string }) => Promise<void>;
  onClose: () => void;
}

/** Asks why before something is taken back. */
export function ReasonDialog({ title, text, label, act, schema, onSubmit, onClose }: Props) {
  const formId = useId();
  const form = usePlainForm<{ reason: string }>({
    schema,
    labels: { reason: label },
    async submit(body) {
      await onSubmit(body);
      onClose();
    },
  });
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <Button look="danger" type="submit" form={formId} busy={form.busy}>
          {act}
        </Button>
      }
    >
      <p>{text}</p>
      <PlainForm form={form} id={formId}>
        <Field {...form.field('reason')} required>
          <TextArea {...form.input('reason')} rows={3} maxLength={300} />
        </Field>
      </PlainForm>
    </Dialog>
  );
}
