import { type ComponentProps, useState } from 'react';
import { Button } from './Button.tsx';
import { useControl } from './Field.tsx';

/** Pass `autoComplete`: `current-password` to sign in, `new-password` to choose one. */
export function PasswordInput(props: ComponentProps<'input'>) {
  const [shown, setShown] = useState(false);
  return (
    <div className="password">
      <input
        {...useControl()}
        autoCapitalize="none"
        spellCheck={false}
        {...props}
        type={shown ? 'text' : 'password'}
        className="input"
      />
      <Button
        look="plain"
        size="small"
        aria-label={shown ? '隐藏密码' : '显示密码'}
        onClick={() => setShown(!shown)}
      >
        {shown ? '隐藏' : '显示'}
      </Button>
    </div>
  );
}
