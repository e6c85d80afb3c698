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

type Messages = Partial<Record<string, string>>;

/**
 * A small form that is not a wizard. Checked by the schema on sending; refusals of the server go to their fields, and
 * to `failure` when they belong to none. A sentence goes when its field is changed, never on leaving a field: what is
 * below would move away under the finger that is about to press it.
 */
export function usePlainForm<T extends Record<string, unknown>>(options: Options<T>) {
  const { schema, defaults, labels, submit, blame = {} } = options;
  const base = useId();
  const [attempt, setAttempt] = useState(0);
  const [failure, setFailure] = useState<unknown>();
  const [summary, setSummary] = useState<Messages>({});
  const form = useForm<T>({
    resolver: by<T>(schema),
    defaultValues: defaults,
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  });
  const names = Object.keys(labels) as (keyof T & string)[];
  const path = (name: string) => name as unknown as Path<T>;

  function show(messages: Messages, error?: unknown) {
    setSummary(messages);
    setFailure(error);
    setAttempt((count) => count + 1);
  }
  function refuse(error: unknown) {
    const said = error instanceof Refused ? fieldsOf(error, blame) : {};
    const ours = Object.fromEntries(Object.entries(said).filter(([name]) => name in labels));
    for (const [name, message] of Object.entries(ours)) form.setError(path(name), { message });
    show(ours, Object.keys(ours).length ? undefined : error);
  }
  const send = form.handleSubmit(
    (values) => submit(values as unknown as T).then(() => show({}), refuse),
    (errors) =>
      show(Object.fromEntries(Object.entries(errors).map(([name, error]) => [name, String(error?.message)]))),
  );

  return {
    ...form,
    register: (name: keyof T & string) =>
      form.register(path(name), { onChange: () => form.clearErrors(path(name)) }),
    send,
    busy: form.formState.isSubmitting,
    failure,
    attempt,
    /** As of the last attempt: the list stays while things are mended. */
    errors: names.flatMap((name) => {
      const message = summary[name];
      return message ? [{ id: base + name, message }] : [];
    }),
    /** For `<Field {...form.field('phone')}>`. */
    field: (name: keyof T & string) => ({
      id: base + name,
      label: labels[name],
      error: form.formState.errors[name]?.message as string | undefined,
    }),
  };
}

function fieldsOf({ problem, fields }: Refused, blame: Record<string, string>): Record<string, string> {
  const name = blame[problem.code];
  return name && !Object.keys(fields).length ? { [name]: problem.title } : fields;
}
