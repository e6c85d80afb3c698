import { type FocusEvent, type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import './menu.css';

type Props = {
  label: ReactNode;
  /** Marks the group of the current page. */
  current?: boolean;
  align?: 'start' | 'end';
  look?: 'nav' | 'bar';
  /** Links and buttons, each in a `MenuItem`. */
  children: ReactNode;
};

/** A disclosure: a button that shows a list of links. Esc and leaving it close it. */
export function Menu({ label, current, align = 'start', look = 'nav', children }: Props) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const listId = useId();

  function leave(event: FocusEvent<HTMLDivElement>) {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  }
  function key(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    setOpen(false);
    button.current?.focus();
  }

  return (
    <div className="menu" onBlur={leave} onKeyDown={key}>
      <button
        ref={button}
        type="button"
        className={`menu__button menu__button--${look} ${current ? 'menu__button--current' : ''}`}
        aria-expanded={open}
        aria-controls={listId}
        onClick={() => setOpen(!open)}
      >
        {label}
        <span className="menu__arrow" aria-hidden="true" />
      </button>
      <ul
        id={listId}
        hidden={!open}
        className={`menu__list menu__list--${align}`}
        onClick={() => setOpen(false)}
      >
        {children}
      </ul>
    </div>
  );
}

export function MenuItem({ children }: { children: ReactNode }) {
  return <li className="menu__item">{children}</li>;
}
