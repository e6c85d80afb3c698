import { type ReactNode, type SyntheticEvent, useEffect, useId, useRef } from 'react';
import { Button } from './Button.tsx';
import './dialog.css';

type Props = {
  open: boolean;
  title: ReactNode;
  /** Called for Esc and the 关闭 button; leave out when the reader has to choose one of the actions. */
  onClose?: () => void;
  /** Buttons, the primary one last. One may carry `data-first-focus`; else the first control has the focus. */
  actions?: ReactNode;
  /** `sheet` slides up from the bottom on a phone. */
  kind?: 'box' | 'sheet' | 'full';
  children?: ReactNode;
};

/** The browser's own modal dialog: it keeps the focus inside and gives it back on closing. */
export function Dialog({ open, title, onClose, actions, kind = 'box', children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    if (!open || !element) return;
    const before = document.activeElement;
    element.showModal();
    element.querySelector<HTMLElement>('[data-first-focus]')?.focus();
    return () => {
      element.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [open]);

  function cancel(event: SyntheticEvent) {
    event.preventDefault();
    onClose?.();
  }

  if (!open) return null;
  return (
    <dialog ref={dialog} className={`dialog dialog--${kind}`} aria-labelledby={titleId} onCancel={cancel}>
      <div className="dialog__head">
        <h2 className="dialog__title" id={titleId}>
          {title}
        </h2>
        {onClose && (
          <Button look="plain" onClick={onClose}>
            关闭
          </Button>
        )}
      </div>
      <div className="dialog__body">{children}</div>
      {actions && <div className="dialog__acts">{actions}</div>}
    </dialog>
  );
}
