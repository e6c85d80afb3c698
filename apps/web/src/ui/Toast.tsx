import { useSyncExternalStore } from 'react';
import { Button } from './Button.tsx';
import './toast.css';

type Message = { id: number; text: string };

let messages: readonly Message[] = [];
let last = 0;
const listeners = new Set<() => void>();

function set(next: readonly Message[]) {
  messages = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Says that something worked. Never for errors: those stay where they are until they are mended. */
export function showToast(text: string) {
  const message = { id: ++last, text };
  set([...messages.slice(-2), message]);
  setTimeout(() => close(message.id), 6000);
}

const close = (id: number) => set(messages.filter((message) => message.id !== id));

/** Stands once at the root of the app. */
export function Toaster() {
  const shown = useSyncExternalStore(subscribe, () => messages);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {shown.map((message) => (
        <div key={message.id} className="toasts__one">
          {message.text}
          <Button look="plain" size="small" onClick={() => close(message.id)}>
            关闭
          </Button>
        </div>
      ))}
    </div>
  );
}
