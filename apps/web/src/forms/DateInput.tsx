import { useControl } from '#ui/Field';
import { TextInput } from '#ui/TextInput';
import type { InputProps } from './inputs.tsx';

/** A calendar day by the browser's own input, which every phone knows how to ask for. */
export function DateInput({
  name,
  value,
  onChange,
  onBlur,
}: Pick<InputProps<'date'>, 'name' | 'value' | 'onChange' | 'onBlur'>) {
  return (
    <TextInput
      {...useControl()}
      type="date"
      name={name}
      max="2100-12-31"
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onBlur}
    />
  );
}
