import type { ImportColumn } from '@zikao/contract/imports';
import { Field } from '#ui/Field';
import { Select } from '#ui/Select';
import { TextInput } from '#ui/TextInput';
import { useCourses } from './use-courses.ts';

interface Props {
  id: string;
  field: string;
  column: ImportColumn;
  value: string;
  error?: string;
  onChange(value: string): void;
}

/** The control of one column: typed, picked from a calendar, or chosen. */
export function CellField({ id, field, column, value, error, onChange }: Props) {
  const { title, input, required, example } = column;
  const course = field === 'course' || field === 'theory';
  return (
    <Field
      id={id}
      label={title}
      {...(required ? { required } : { optional: true })}
      {...(error && { error })}
    >
      {typeof input !== 'string' ? (
        <Select
          options={input.map((word) => ({ value: word, label: word }))}
          {...(required ? {} : { placeholder: null })}
          value={value || (required ? '' : input.at(-1)!)}
          onChange={({ target }) => onChange(target.value)}
        />
      ) : (
        <TextInput
          type={input === 'date' ? 'date' : 'text'}
          {...(input === 'number' && { inputMode: 'decimal' as const })}
          {...(course && { list: `${id}-courses` })}
          {...(input !== 'date' && example && { placeholder: `如 ${example}` })}
          autoComplete="off"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
      {course && <CourseList id={`${id}-courses`} />}
    </Field>
  );
}

function CourseList({ id }: { id: string }) {
  return (
    <datalist id={id}>
      {[...useCourses()].map(([code, name]) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </datalist>
  );
}
