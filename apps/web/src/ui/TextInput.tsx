import type { ComponentProps } from 'react';
import { useControl } from './Field.tsx';

export function TextInput({ className, ...rest }: ComponentProps<'input'>) {
  return <input type="text" {...useControl()} {...rest} className={`input ${className ?? ''}`} />;
}
