import type { ComponentProps } from 'react';
import { useControl } from './Field.tsx';

export type Option = { value: string; label: string; disabled?: boolean };

type Props = ComponentProps<'select'> & {
  options: readonly Option[];
  /** The first, empty entry; pass `null` where a value is always chosen. */
  placeholder?: string | null;
};

export function Select({ options, placeholder = '请选择', className, ...rest }: Props) {
  return (
    <select {...useControl()} {...rest} className={`input ${className ?? ''}`}>
      {placeholder !== null && <option value="">{placeholder}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
