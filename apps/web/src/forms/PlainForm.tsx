import type { ReactNode, SubmitEvent } from 'react';
import { ErrorSummary, type FieldError } from '#ui/ErrorSummary';
import { Problem } from './Problem.tsx';
import './plain-form.css';

interface Props {
  form: {
    errors: readonly FieldError[];
    attempt: number;
    failure: unknown;
    send: (event: SubmitEvent) => Promise<void>;
  };
  /** Where its button stands outside. */
  id?: string;
  children: ReactNode;
}

/** The frame of a small form: what to mend and what was refused above its fields. */
export function PlainForm({ form, id, children }: Props) {
  return (
    <form id={id} className="plain-form" noValidate onSubmit={(event) => void form.send(event)}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <Problem error={form.failure} />
      {children}
    </form>
  );
}
