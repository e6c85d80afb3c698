import type { ComponentProps, MouseEvent } from 'react';
import { Link } from 'react-router';
import './button.css';

type Look = {
  /** One primary button per screen. */
  look?: 'primary' | 'ghost' | 'danger' | 'plain';
  size?: 'normal' | 'small';
  wide?: boolean;
};

function classOf({ look = 'ghost', size = 'normal', wide }: Look, extra?: string) {
  return ['btn', `btn--${look}`, size === 'small' && 'btn--small', wide && 'btn--wide', extra]
    .filter(Boolean)
    .join(' ');
}

type ButtonProps = ComponentProps<'button'> & Look & { busy?: boolean };

/**
 * A busy or `aria-disabled` button keeps its focus and ignores presses; a busy one shows a turning mark. The second
 * click of a double click comes before it can be busy: a button that can be takes the first only.
 */
export function Button({ look, size, wide, busy, className, onClick, children, ...rest }: ButtonProps) {
  function press(event: MouseEvent<HTMLButtonElement>) {
    const again = busy !== undefined && event.detail > 1;
    if (busy || again || rest['aria-disabled']) event.preventDefault();
    else onClick?.(event);
  }
  return (
    <button
      type="button"
      {...rest}
      className={classOf({ look, size, wide }, className)}
      aria-disabled={busy || rest['aria-disabled']}
      aria-busy={busy || undefined}
      onClick={press}
    >
      {busy && <span className="btn__spin" aria-hidden="true" />}
      {children}
    </button>
  );
}

type ButtonLinkProps = ComponentProps<typeof Link> & Look;

export function ButtonLink({ look, size, wide, className, ...rest }: ButtonLinkProps) {
  return <Link {...rest} className={classOf({ look, size, wide }, className)} />;
}
