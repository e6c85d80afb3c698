import type { CodeTables } from '@zikao/contract/codes/tables';
import { checkedOf } from '@zikao/contract/forms/codes';
import { Button } from '#ui/Button';
import { FieldMark, FieldNotes } from '#ui/Field';
import { Cell } from './Cell.tsx';
import type { InputProps } from './inputs.tsx';
import './rows-input.css';

type Line = Record<string, string>;

/** A table filled line by line. What is wrong is said at its cell once the step was checked. */
export function RowsInput({
  id,
  name,
  field,
  value,
  onChange,
  onBlur,
  error,
  answers,
  tables,
}: InputProps<'rows'>) {
  const columns = Object.entries(field.columns);
  const given = Array.isArray(value) ? (value as Line[]) : [];
  const lines = field.each ? linesOf(checkedOf(answers[field.each]), given) : given.length ? given : [{}];
  const set = (at: number, key: string, text: string) =>
    onChange(lines.map((line, index) => (index === at ? { ...line, [key]: text } : line)));

  return (
    <fieldset
      className={error ? 'rows-input field field--bad' : 'rows-input field'}
      aria-describedby={
        [field.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
      }
    >
      <legend className="field__label">
        {field.label}
        <FieldMark required={!field.optional} />
      </legend>
      <FieldNotes id={id} hint={field.hint} error={error} />
      <ol className="rows-input__lines">
        {lines.map((line, at) => (
          // Lines have no name of their own: they are told apart by their place.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at} className="rows-input__line">
            {columns.map(([key, column], index) =>
              field.each && key === 'value' ? (
                <div key={key} className="rows-input__named">
                  {nameOf(line['value'], tables)}
                </div>
              ) : (
                <Cell
                  key={key}
                  id={at === 0 && index === (field.each ? 1 : 0) ? id : `${id}-${at}-${key}`}
                  name={`${name}-${at}-${key}`}
                  column={column}
                  line={at + 1}
                  value={line[key] ?? ''}
                  checked={error !== undefined}
                  onChange={(text) => set(at, key, text)}
                  onBlur={onBlur}
                />
              ),
            )}
            {!field.each && lines.length > 1 && (
              <Button
                look="plain"
                size="small"
                className="rows-input__remove"
                onClick={() => onChange(lines.filter((_, index) => index !== at))}
              >
                移除<span className="hidden-text">第 {at + 1} 行</span>
              </Button>
            )}
          </li>
        ))}
      </ol>
      {!field.each && lines.length < field.max && (
        <Button size="small" onClick={() => onChange([...lines, {}])}>
          增加一行
        </Button>
      )}
    </fieldset>
  );
}

/** One line for every entry, with what was typed for it. */
function linesOf(entries: readonly string[], given: readonly Line[]): Line[] {
  return entries.map((value) => given.find((line) => line['value'] === value) ?? { value });
}

const nameOf = (value: string | undefined, tables: CodeTables) =>
  Object.values(tables)
    .flatMap((entries) => entries ?? [])
    .find(({ code }) => code === value)?.name ?? value;
