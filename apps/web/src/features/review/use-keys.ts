import { useEffect, useEffectEvent } from 'react';
import { actOf, isTyping, type KeyAct } from './keys.ts';

type Handlers = Partial<Record<Exclude<KeyAct['act'], 'reason'>, () => void>> & {
  reason?: (index: number) => void;
};

/** Keys of the page. Silent while somebody types or a dialog is open. */
export function useKeys(handlers: Handlers) {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event;
    if (event.defaultPrevented || (target instanceof HTMLElement && isTyping(target))) return;
    if (document.querySelector('dialog[open]')) return;
    const pressed = actOf(event);
    const handler = pressed && handlers[pressed.act];
    if (!handler) return;
    event.preventDefault();
    handler(pressed.act === 'reason' ? pressed.index : 0);
  });

  useEffect(() => {
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
