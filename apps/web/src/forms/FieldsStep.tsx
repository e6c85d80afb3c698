import { type RefObject, useEffect, useImperativeHandle, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useLocation } from 'react-router';
import type { CodeTables } from '@zikao/contract/codes/tables';
import type { Answers } from '@zikao/contract/forms/fields';
import { describe, type Form, type Step, stepSchema, visibleGroups } from '@zikao/contract/forms/form';
import { Card } from '#ui/Card';
import { ErrorSummary } from '#ui/ErrorSummary';
import { Beside } from './Beside.tsx';
import { FormField, idOf, type SpecialInputs } from './inputs.tsx';
import { by } from './resolver.ts';

export interface FieldsHandle {
  /** Checks the step; the focus goes to the summary when something is wrong. */
  check(): Promise<boolean>;
}

interface Props {
  form: Form;
  step: Step;
  answers: Answers;
  tables: CodeTables;
  special?: SpecialInputs;
  /** Address of a picture that is on record. */
  pictureUrl?: (id: string) => string;
  /** Sentences by field from the server's check or the officer's rejection. */
  said: Record<string, string>;
  /** Counts refusals by the server, so that the summary takes the focus each time. */
  attempt: number;
  onChange: (patch: Answers) => void;
  handle: RefObject<FieldsHandle | null>;
}

/** The inputs of one step in their groups. Nothing is checked while typing; the check comes with 下一步. */
export function FieldsStep({
  form,
  step,
  answers,
  tables,
  special = {},
  pictureUrl,
  said,
  attempt,
  onChange,
  handle,
}: Props) {
  const [mending, setMending] = useState({ said, names: new Set<string>() });
  const [tries, setTries] = useState(0);
  const { control, trigger, setValue, formState } = useForm<Answers>({
    defaultValues: answers,
    mode: 'onSubmit',
    // Not on leaving a field: a sentence that goes then moves the page under the pointer and swallows the click.
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
    resolver: (values, context, options) => by<Answers>(stepSchema(step, values))(values, context, options),
  });
  // Mended answers silence only the sentences they answered; new ones count again.
  const mended = mending.said === said ? mending.names : new Set<string>();
  const typed = useWatch({ control });
  const now = { ...answers, ...typed };
  const own = { ...form, steps: [step] };
  const groups = visibleGroups(own, now);
  const originals = describe(own, now, tables)
    .map((group, at) => ({ ...group, title: groups[at]!.title }))
    .filter(({ original }) => original);
  const { hash } = useLocation();

  useEffect(() => {
    // 修改 in the preview leads to `#field-…`: the focus goes there.
    if (hash) document.getElementById(hash.slice(1))?.focus();
  }, [hash]);
  useImperativeHandle(handle, () => ({
    async check() {
      setTries((count) => count + 1);
      return trigger();
    },
  }));

  const mend = (name: string) =>
    setMending((before) => ({ said, names: new Set(before.said === said ? before.names : []).add(name) }));
  function answer(name: string, value: unknown) {
    mend(name);
    onChange({ [name]: value });
  }
  const sentenceOf = (name: string) =>
    (formState.errors[name]?.message as string | undefined) ?? (mended.has(name) ? undefined : said[name]);
  const errors = groups.flatMap(({ fields }) =>
    Object.keys(fields).flatMap((name) => {
      const message = sentenceOf(name);
      const { label } = fields[name]!;
      if (!message) return [];
      return [{ id: idOf(name), message: message === label ? message : `${label}：${message}` }];
    }),
  );

  return (
    <>
      <ErrorSummary errors={errors} attempt={attempt + tries} />
      <Beside originals={originals} pictureUrl={pictureUrl}>
        {groups
          .filter(({ original }) => !original)
          .map(({ title, fields }) => (
            <Card key={title} title={title}>
              <div className="wizard__fields">
                {Object.entries(fields).map(([name, field]) => (
                  <FormField
                    key={name}
                    name={name}
                    field={field}
                    control={control}
                    answers={now}
                    tables={tables}
                    special={special}
                    said={mended.has(name) ? undefined : said[name]}
                    fill={(key, value) => {
                      setValue(key, value);
                      answer(key, value);
                    }}
                    // A picture is stored by its own call.
                    onAnswer={(key, value) => (field.input === 'picture' ? mend(key) : answer(key, value))}
                  />
                ))}
              </div>
            </Card>
          ))}
      </Beside>
    </>
  );
}
