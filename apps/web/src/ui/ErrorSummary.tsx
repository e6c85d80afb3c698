import { type MouseEvent, useEffect, useRef } from 'react';
import { useFailing } from './use-failing.ts';
import './notice.css';

export type FieldError = { id: string; message: string };

type Props = {
  errors: readonly FieldError[];
  /** Raise it with every failed attempt, so that the focus comes here each time. */
  attempt?: number;
};

/** The list of what to mend, above the form. Its links put the focus into the field. */
export function ErrorSummary({ errors, attempt = 0 }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const any = errors.length > 0;
  useFailing(any);

  useEffect(() => {
    if (any) box.current?.focus();
  }, [any, attempt]);

  if (!any) return null;
  return (
    <div className="notice notice--no" role="alert" tabIndex={-1} ref={box}>
      <h2 className="notice__title">还有 {errors.length} 处需要修改</h2>
      <ul className="notice__list">
        {errors.map((error) => (
          <li key={error.id}>
            <a href={`#${error.id}`} onClick={(event) => goTo(event, error.id)}>
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function goTo(event: MouseEvent, id: string) {
  const target = document.getElementById(id);
  if (!target) return;
  event.preventDefault();
  target.scrollIntoView({ block: 'center' });
  target.focus({ preventScroll: true });
}
