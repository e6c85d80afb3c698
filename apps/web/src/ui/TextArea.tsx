import { type ChangeEvent, type ComponentProps, useState } from 'react';
import { useControl } from './Field.tsx';

/** With `maxLength` it shows how much is written. */
export function TextArea({ className, onChange, ...rest }: ComponentProps<'textarea'>) {
  const [typed, setTyped] = useState(String(rest.value ?? rest.defaultValue ?? '').length);
  function change(event: ChangeEvent<HTMLTextAreaElement>) {
    setTyped(event.target.value.length);
    onChange?.(event);
  }
  return (
    <>
      <textarea
        rows={4}
        {...useControl()}
        {...rest}
        onChange={change}
        className={`input ${className ?? ''}`}
      />
      {rest.maxLength && (
        <p className="count num">
          {typed} / {rest.maxLength} 字
        </p>
      )}
    </>
  );
}
