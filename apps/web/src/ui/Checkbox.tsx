import { type ComponentProps, type ReactNode, useId } from 'react';
import { Choice } from './Choice.tsx';
import { controlOf, FieldNotes } from './Field.tsx';

type Props = Omit<ComponentProps<'input'>, 'type'> & {
  label: ReactNode;
  note?: ReactNode;
  error?: string;
  boxed?: boolean;
};

export function Checkbox({ id, error, required, ...rest }: Props) {
  const made = useId();
  const control = controlOf(id ?? made, { error, required });
  return (
    <div className={error ? 'field field--bad' : 'field'}>
      <Choice {...rest} {...control} type="checkbox" />
      <FieldNotes id={control.id} error={error} />
    </div>
  );
}
