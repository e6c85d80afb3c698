import { useId, useState } from 'react';
import { type DefaultValues, type Path, useForm } from 'react-hook-form';
import type { z } from 'zod';
import { Refused } from '#api/client';
import { by } from './resolver.ts';

interface Options<T extends Record<string, unknown>> {
  schema: z.ZodType;
  defaults: DefaultValues<T>;
  /** Fields in the order of the page, with the words of their labels. */
  labels: Partial<Record<keyof T & string, string>>;
  submit: (values: T) => Promise<void>;
  /** The field that a refusal without a path is about, by its problem code. */
  blame?: Record<string, keyof T & string>;
}

/**
 * A small form that is not a wizard. Checked by the schema on sending, then on leaving a field, never while typing;
 * refusals of the server go to their fields, and to `failure` when they belong to none.
 */
export function usePlainForm<T extends Record<string, unknown>>(options: Options<T>) {
  const { schema, defaults, labels, submit, blame = {} } = options;
  const base = useId();
  const [attempt, setAttempt] = useState(0);
  const [failure, setFailure] = useState<unknown>();
  const form = useForm<T>({
    resolver: by<T>(schema),
    defaultValues: defaults,
    reValidateMode: 'onBlur',
    shouldFocusError: false,
  });
  const names = Object.keys(labels) as (keyof T & string)[];
  const messageOf = (name: string) => form.formState.errors[name]?.message as string | undefined;

  function refuse(error: unknown) {
    const said = error instanceof Refused ? fieldsOf(error, blame) : {};
    const ours = names.filter((name) => said[name]);
    for (const name of ours) form.setError(name as unknown as Path<T>, { message: said[name] });
    if (ours.length === 0) setFailure(error);
  }
  const send = form.handleSubmit(
    async (values) => {
      setFailure(undefined);
      await submit(values as unknown as T).catch(refuse);
      setAttempt((count) => count + 1);
    },
    () => setAttempt((count) => count + 1),
  );

  return {
    ...form,
    send,
    busy: form.formState.isSubmitting,
    failure,
    setFailure,
    attempt,
    errors: names.flatMap((name) => {
      const message = messageOf(name);
      return message ? [{ id: base + name, message }] : [];
    }),
    /** For `<Field {...form.field('phone')}>`. */
    field: (name: keyof T & string) => ({
      id: base + name,
      label: labels[name],
      error: messageOf(name),
    }),
  };
}

function fieldsOf({ problem, fields }: Refused, blame: Record<string, string>): Record<string, string> {
  const name = blame[problem.code];
  return name ? { [name]: problem.title, ...fields } : fields;
}
