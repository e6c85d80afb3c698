import { type ChangeEvent, type SubmitEvent, useId, useState } from 'react';
import type { z } from 'zod';
import { Refused } from '#api/client';
import { check } from './check.ts';

interface Options<T extends Record<string, string>> {
  schema: z.ZodType;
  /** Fields in the order of the page, with the words of their labels. */
  labels: Record<keyof T & string, string>;
  /** Gets what the schema made of the typed text. */
  submit: (values: T) => Promise<void>;
  /** The field that a refusal without a path is about, by its problem code. */
  blame?: Record<string, keyof T & string>;
  /** What stands in the fields at first; nothing without it. */
  initial?: Partial<T>;
}

type Messages = Partial<Record<string, string>>;

/**
 * A small form of text fields; the wizards' form library would be a tenth of what the sign-in page may weigh.
 * Checked by the schema on sending; refusals of the server go to their fields, and to `failure` when they belong to
 * none. A sentence goes when its field is changed, never on leaving a field: what is below would move away under the
 * finger that is about to press it.
 */
export function usePlainForm<T extends Record<string, string>>({
  schema,
  labels,
  submit,
  blame = {},
  initial = {},
}: Options<T>) {
  const base = useId();
  const names = Object.keys(labels) as (keyof T & string)[];
  const [values, setValues] = useState(
    () => Object.fromEntries(names.map((name) => [name, initial[name] ?? ''])) as T,
  );
  const [messages, setMessages] = useState<Messages>({});
  /** As of the last attempt: the list stays while things are mended. */
  const [summary, setSummary] = useState<Messages>({});
  const [failure, setFailure] = useState<unknown>();
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);

  function show(said: Messages, error?: unknown) {
    setMessages(said);
    setSummary(said);
    setFailure(error);
    setAttempt((count) => count + 1);
  }
  function refuse(error: unknown) {
    const said = Object.entries(error instanceof Refused ? fieldsOf(error, blame) : {});
    const ours = said.filter(([name]) => name in labels);
    show(Object.fromEntries(ours), ours.length ? undefined : error);
  }
  function set(name: keyof T & string, value: string) {
    setValues((before) => ({ ...before, [name]: value }));
    setMessages((before) => ({ ...before, [name]: undefined }));
  }

  return {
    values,
    set,
    busy,
    failure,
    attempt,
    async send(event: SubmitEvent) {
      event.preventDefault();
      if (busy) return;
      const checked = check(schema, values);
      if (checked.messages) return show(checked.messages);
      setBusy(true);
      await submit(checked.values as T).then(() => show({}), refuse);
      setBusy(false);
    },
    /** Checks one field; says at it what is wrong. */
    right(name: keyof T & string) {
      const message = check(schema, values).messages?.[name];
      setMessages((before) => ({ ...before, [name]: message }));
      return message === undefined;
    },
    errors: names.flatMap((name) => {
      const message = summary[name];
      return message ? [{ id: base + name, message }] : [];
    }),
    /** For `<Field {...form.field('phone')}>`. */
    field: (name: keyof T & string) => ({ id: base + name, label: labels[name], error: messages[name] }),
    /** For the control in it, of whichever sort. */
    input: (name: keyof T & string) => ({
      name,
      value: values[name],
      onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) =>
        set(name, target.value),
    }),
  };
}

function fieldsOf({ problem, fields }: Refused, blame: Record<string, string>): Record<string, string> {
  const name = blame[problem.code];
  return name && !Object.keys(fields).length ? { [name]: problem.title } : fields;
}
