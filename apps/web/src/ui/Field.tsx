import { createContext, type ReactNode, use, useId } from 'react';
import './field.css';

type FieldProps = {
  /** The id of the control, and so the target of the error summary. */
  id?: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  required?: boolean;
  /** Shown after the label of an optional field where most are required. */
  optional?: boolean;
  children: ReactNode;
};

type Control = {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
  'aria-required'?: true;
};

const ControlContext = createContext<Control | undefined>(undefined);

/** Label, hint and error of one control; the control inside picks its id and aria attributes up. */
export function Field({ id, label, hint, error, required, optional, children }: FieldProps) {
  const made = useId();
  const control = controlOf(id ?? made, { hint, error, required });
  return (
    <div className={error ? 'field field--bad' : 'field'}>
      <label className="field__label" htmlFor={control.id}>
        {label}
        <FieldMark required={required} optional={optional} />
      </label>
      <FieldNotes id={control.id} hint={hint} />
      <div className="field__control">
        <ControlContext value={control}>{children}</ControlContext>
      </div>
      <FieldNotes id={control.id} error={error} />
    </div>
  );
}

export function controlOf(
  id: string,
  { hint, error, required }: Pick<FieldProps, 'hint' | 'error' | 'required'>,
): Control {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return {
    id,
    ...(described && { 'aria-describedby': described }),
    ...(error && { 'aria-invalid': true }),
    ...(required && { 'aria-required': true }),
  };
}

/** What the surrounding Field gives to a control; empty outside a Field. */
export function useControl(): Partial<Control> {
  return use(ControlContext) ?? {};
}

export function FieldMark({ required, optional }: { required?: boolean; optional?: boolean }) {
  if (required)
    return (
      <span className="field__mark" aria-hidden="true">
        必填
      </span>
    );
  return optional ? <span className="field__optional">（选填）</span> : null;
}

export function FieldNotes({ id, hint, error }: { id: string; hint?: ReactNode; error?: string }) {
  return (
    <>
      {hint && (
        <div className="field__hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <p className="field__error" id={`${id}-error`}>
          <span className="hidden-text">错误：</span>
          {error}
        </p>
      )}
    </>
  );
}
