import type { ComponentProps, ReactNode } from 'react';
import './choice.css';

type Props = ComponentProps<'input'> & { label: ReactNode; note?: ReactNode; boxed?: boolean };

/** One radio button or tick box with its words; the whole row is the target. */
export function Choice({ label, note, boxed, className, ...rest }: Props) {
  return (
    <label className={['choice', boxed && 'choice--boxed', className].filter(Boolean).join(' ')}>
      <input {...rest} className="choice__mark" />
      <span className="choice__text">
        {label}
        {note && <small className="choice__note">{note}</small>}
      </span>
    </label>
  );
}
