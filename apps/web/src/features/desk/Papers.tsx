import { DESK_PAPERS, type DeskPaper, type DeskTicks } from '@zikao/contract/desk/papers';
import { Checkbox } from '#ui/Checkbox';
import { FieldNotes } from '#ui/Field';

interface Props {
  act: DeskTicks;
  field: { id: string; label: string; error?: string };
  /** Codes, comma between. */
  value: string;
  onChange: (value: string) => void;
}

/** The tick list of what the officer has in hand. */
export function Papers({ act, field, value, onChange }: Props) {
  const seen = value.split(',').filter(Boolean);
  const list: readonly DeskPaper[] = DESK_PAPERS[act];
  const tick = (code: string, on: boolean) =>
    onChange([...seen.filter((one) => one !== code), ...(on ? [code] : [])].join(','));
  return (
    <fieldset className={field.error ? 'field field--bad' : 'field'}>
      <legend className="field__label">{field.label}</legend>
      {list.map(({ code, label, required }, i) => (
        <Checkbox
          key={code}
          {...(i === 0 && { id: field.id })}
          label={required ? `${label} *` : label}
          checked={seen.includes(code)}
          onChange={({ target }) => tick(code, target.checked)}
        />
      ))}
      <FieldNotes id={field.id} {...(field.error && { error: field.error })} />
    </fieldset>
  );
}
