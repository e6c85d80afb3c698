import type { ComponentType, ReactNode } from 'react';
import { type Control, Controller } from 'react-hook-form';
import type { CodeTables } from '@zikao/contract/codes/tables';
import type { Answers, Field as FieldDefinition, Input } from '@zikao/contract/forms/fields';
import { fixedText } from '@zikao/contract/forms/say';
import { Field } from '#ui/Field';
import { RadioGroup } from '#ui/RadioGroup';
import { Select } from '#ui/Select';
import { TextArea } from '#ui/TextArea';
import { TextInput } from '#ui/TextInput';
import { ChecksInput } from './ChecksInput.tsx';
import { optionsOf } from './choices.ts';
import { DateInput } from './DateInput.tsx';
import { DivisionInput } from './DivisionInput.tsx';
import { FilesInput } from '#forms/documents';
import { RowsInput } from './RowsInput.tsx';

export interface InputProps<Kind extends Input['input'] = Input['input']> {
  id: string;
  name: string;
  field: Extract<FieldDefinition, { input: Kind }>;
  value: unknown;
  onChange: (value: unknown) => void;
  onBlur: () => void;
  error: string | undefined;
  /** All answers of the form, for options that follow from others. */
  answers: Answers;
  /** Answers another field, as if it were typed there. */
  fill: (name: string, value: unknown) => void;
  tables: CodeTables;
}

/** Inputs that only a feature can draw: pictures (where to send them), courses (what is offered). */
export type SpecialInputs = Partial<{
  [Kind in 'picture' | 'courses']: ComponentType<InputProps<Kind>>;
}>;

export const idOf = (name: string) => `field-${name}`;

/** Draws a field by its definition; every sort of input has its line here, the compiler asks. */
const INPUTS: { [Kind in Exclude<Input['input'], keyof SpecialInputs>]: ComponentType<InputProps<Kind>> } = {
  text: ({ field, value, onChange, ...rest }) => (
    <Frame {...rest} field={field}>
      <TextInput
        name={rest.name}
        value={text(value)}
        onChange={(event) => onChange(event.target.value)}
        onBlur={rest.onBlur}
        autoComplete={field.autoComplete}
        inputMode={field.inputMode}
        maxLength={field.maxLength}
      />
    </Frame>
  ),
  textarea: ({ field, value, onChange, ...rest }) => (
    <Frame {...rest} field={field}>
      <TextArea
        name={rest.name}
        value={text(value)}
        onChange={(event) => onChange(event.target.value)}
        onBlur={rest.onBlur}
        maxLength={field.maxLength}
        rows={2}
      />
    </Frame>
  ),
  select: ({ field, value, onChange, tables, ...rest }) => (
    <Frame {...rest} field={field}>
      <Select
        name={rest.name}
        value={text(value)}
        onChange={(event) => onChange(event.target.value)}
        onBlur={rest.onBlur}
        options={optionsOf(field.options, tables)}
      />
    </Frame>
  ),
  radio: ({ id, name, field, value, onChange, onBlur, error, tables }) => (
    <RadioGroup
      id={id}
      name={name}
      label={field.label}
      hint={field.hint}
      {...(error && { error })}
      required={!field.optional}
      options={optionsOf(field.options, tables)}
      value={text(value)}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onBlur}
    />
  ),
  division: ({ field, ...rest }) => (
    <Frame {...rest} field={field}>
      <DivisionInput {...rest} />
    </Frame>
  ),
  date: ({ field, ...rest }) => (
    <Frame {...rest} field={field}>
      <DateInput {...rest} />
    </Frame>
  ),
  checks: ChecksInput,
  rows: RowsInput,
  files: FilesInput,
  fixed: ({ id, field, value, tables }) => (
    <div className="field" id={id} tabIndex={-1}>
      <div className="field__label">{field.label}</div>
      {field.hint && <div className="field__hint">{field.hint}</div>}
      <div className="fixed-value num">{fixedText(field, value, tables)}</div>
    </div>
  ),
};

/** What needs the whole width of the page. */
const WIDE = new Set<Input['input']>(['courses', 'files', 'rows']);

interface DrawProps extends Pick<InputProps, 'name' | 'answers' | 'fill' | 'tables'> {
  field: FieldDefinition;
  control: Control<Answers>;
  special: SpecialInputs;
  /** What the server or the officer said about it; a new answer takes it away. */
  said: string | undefined;
  onAnswer: (name: string, value: unknown) => void;
}

export function FormField({ name, field, control, special, said, onAnswer, ...form }: DrawProps) {
  const Drawn = ({ ...INPUTS, ...special } as Record<string, ComponentType<InputProps> | undefined>)[
    field.input
  ];
  if (!Drawn) throw new Error(`no input for ${field.input}`);
  return (
    <div className={WIDE.has(field.input) ? 'wizard__wide' : field.half ? 'wizard__half' : undefined}>
      <Controller
        name={name}
        control={control}
        render={({ field: { value, onChange, onBlur }, fieldState: { error } }) => (
          <Drawn
            id={idOf(name)}
            name={name}
            field={field as never}
            value={value}
            {...form}
            error={error?.message ?? said}
            onBlur={onBlur}
            onChange={(next) => {
              onChange(next);
              onAnswer(name, next);
            }}
          />
        )}
      />
    </div>
  );
}

function Frame({
  id,
  field,
  error,
  children,
}: Pick<InputProps, 'id' | 'field' | 'error'> & { children: ReactNode }) {
  return (
    <Field
      id={id}
      label={field.label}
      hint={field.hint}
      {...(error && { error })}
      required={!field.optional}
      optional={field.optional ?? false}
    >
      {children}
    </Field>
  );
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');
