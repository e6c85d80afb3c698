import { Choice } from '#ui/Choice';
import { FieldMark, FieldNotes } from '#ui/Field';
import { choicesOf, type Choosable } from './choices.ts';
import type { InputProps } from './inputs.tsx';
import './checks.css';

type Noted = { value: string; note: string };

/** Several of a list; where the field asks for it, a sentence with each that is ticked. */
export function ChecksInput({
  id,
  name,
  field,
  value,
  onChange,
  onBlur,
  error,
  tables,
}: InputProps<'checks'>) {
  const choices = choicesOf(field.options, tables);
  const ticked = tickedOf(value);
  const long = typeof field.options === 'string' || field.note !== undefined;
  const set = (next: readonly Noted[]) => onChange(field.note ? next : next.map((one) => one.value));

  function toggle(one: string) {
    const rest = ticked.filter((other) => other.value !== one);
    set(inOrder(rest.length < ticked.length ? rest : [...ticked, { value: one, note: '' }], choices));
  }
  return (
    <fieldset
      className={error ? 'field field--bad' : 'field'}
      aria-describedby={
        [field.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
      }
    >
      <legend className="field__label">
        {field.label}
        <FieldMark required={!field.optional} />
      </legend>
      <FieldNotes id={id} hint={field.hint} />
      {choices.length === 0 && (
        <p className="checks__none" id={id} tabIndex={-1}>
          现在没有可以选择的内容。
        </p>
      )}
      <div className={long ? 'choices--stacked' : 'choices'}>
        {choices.map((choice, index) => {
          const noted = ticked.find((one) => one.value === choice.value);
          return (
            <div key={choice.value} className="checks__one">
              <Choice
                id={index === 0 ? id : undefined}
                type="checkbox"
                name={name}
                value={choice.value}
                boxed={long}
                label={choice.label}
                note={choice.unavailable}
                checked={noted !== undefined}
                // What cannot be chosen any more can still be taken away.
                disabled={Boolean(choice.unavailable) && !noted}
                onChange={() => toggle(choice.value)}
                onBlur={onBlur}
              />
              {noted && field.note && (
                <label className="checks__note">
                  <span className="small">
                    {field.note.label}
                    <span className="hidden-text">：{choice.label}</span>
                  </span>
                  <input
                    className="input"
                    name={`${name}-${choice.value}`}
                    value={noted.note}
                    maxLength={field.note.maxLength}
                    autoComplete="off"
                    onChange={({ target }) =>
                      set(ticked.map((one) => (one === noted ? { ...one, note: target.value } : one)))
                    }
                    onBlur={onBlur}
                  />
                </label>
              )}
            </div>
          );
        })}
      </div>
      <FieldNotes id={id} error={error} />
    </fieldset>
  );
}

function tickedOf(value: unknown): Noted[] {
  if (!Array.isArray(value)) return [];
  return value.map((one: string | Noted) => (typeof one === 'string' ? { value: one, note: '' } : one));
}

/** As they are listed, whatever was ticked first. */
function inOrder(ticked: readonly Noted[], choices: readonly Choosable[]): Noted[] {
  const at = (one: Noted) => choices.findIndex(({ value }) => value === one.value);
  return ticked.toSorted((a, b) => at(a) - at(b));
}
