import { type ComponentProps, type ReactNode, useId } from 'react';
import { Choice } from './Choice.tsx';
import { controlOf, FieldMark, FieldNotes } from './Field.tsx';

type RadioOption = { value: string; label: ReactNode; note?: ReactNode; disabled?: boolean };

type Props = Omit<ComponentProps<'input'>, 'type' | 'id' | 'value'> & {
  /** The id of the first button, and so the target of the error summary. */
  id?: string;
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  options: readonly RadioOption[];
  /** Leave out when react-hook-form holds the value. */
  value?: string;
  /** Boxes one under another, for options that need a note. */
  boxed?: boolean;
};

export function RadioGroup({ id, label, hint, error, options, value, boxed, required, ...rest }: Props) {
  const made = useId();
  const { id: base, ...aria } = controlOf(id ?? made, { hint, error });
  return (
    <fieldset className={error ? 'field field--bad' : 'field'} aria-describedby={aria['aria-describedby']}>
      <legend className="field__label">
        {label}
        <FieldMark required={required} />
      </legend>
      <FieldNotes id={base} hint={hint} />
      <div className={boxed ? 'choices--stacked' : 'choices'}>
        {options.map((option, index) => (
          <Choice
            {...rest}
            key={option.value}
            id={index === 0 ? base : undefined}
            type="radio"
            value={option.value}
            checked={value === undefined ? undefined : value === option.value}
            disabled={option.disabled || rest.disabled}
            label={option.label}
            note={option.note}
            boxed={boxed}
          />
        ))}
      </div>
      <FieldNotes id={base} error={error} />
    </fieldset>
  );
}
