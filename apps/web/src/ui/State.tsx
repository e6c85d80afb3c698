import type { ReactNode } from 'react';
import './state.css';

type Props = {
  tone?: 'calm' | 'no';
  title: ReactNode;
  role?: 'alert';
  actions?: ReactNode;
  children?: ReactNode;
};

/** What stands where content would be: nothing yet, not open, not loaded. Always with the next step. */
export function State({ tone = 'calm', title, role, actions, children }: Props) {
  return (
    <div className={`state state--${tone}`} role={role}>
      <p className="state__title">{title}</p>
      {children && <div className="state__text">{children}</div>}
      {actions && <div className="state__acts">{actions}</div>}
    </div>
  );
}
