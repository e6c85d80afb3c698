import type { Column } from '@zikao/contract/forms/fields';
import { Field } from '#ui/Field';
import { Select } from '#ui/Select';
import { TextInput } from '#ui/TextInput';
import { check } from './check.ts';

interface Props {
  id: string;
  name: string;
  column: Column;
  /** Number of the line, for who cannot see where the input stands. */
  line: number;
  value: string;
  /** The step was checked: what is wrong here is said here. */
  checked: boolean;
  onChange: (text: string) => void;
  onBlur: () => void;
}

/** One input of a table that is filled line by line. */
export function Cell({ id, name, column, line, value, checked, onChange, onBlur }: Props) {
  const error = checked ? check(column.schema, value).messages?.['root'] : undefined;
  const common = { name, value, onBlur, autoComplete: 'off' };
  return (
    <Field
      id={id}
      label={
        <>
          <span className="hidden-text">第 {line} 行</span>
          {column.label}
        </>
      }
      optional={column.optional ?? false}
      {...(error && { error })}
    >
      {column.input === 'select' ? (
        <Select
          {...common}
          onChange={({ target }) => onChange(target.value)}
          options={column.options ?? []}
        />
      ) : (
        <TextInput
          {...common}
          {...(column.input === 'date' && { type: 'date', max: '2100-12-31' })}
          {...(column.inputMode && { inputMode: column.inputMode })}
          {...(column.maxLength && { maxLength: column.maxLength })}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
