import { Button } from '#ui/Button';
import { Field } from '#ui/Field';
import { TextInput } from '#ui/TextInput';
import type { TypedSlot } from './plan-form.ts';

interface Props {
  slot: TypedSlot;
  path: string;
  faults: Record<string, string>;
  onChange: (to: Partial<TypedSlot>) => void;
  onRemove: () => void;
}

const CONTROLS = [
  { name: 'date', label: '日期', type: 'date' },
  { name: 'start', label: '开始', type: 'time' },
  { name: 'end', label: '结束', type: 'time' },
] as const;

/** One half-day. */
export function SlotRow({ slot, path, faults, onChange, onRemove }: Props) {
  return (
    <fieldset className="plan-row">
      <legend className="plan-row__name">第 {slot.no} 场</legend>
      <SlotTimes slot={slot} path={path} faults={faults} onChange={onChange} />
      <Button size="small" look="plain" onClick={onRemove}>
        删去<span className="hidden-text">第 {slot.no} 场</span>
      </Button>
    </fieldset>
  );
}

/** Day and times of a half-day. */
export function SlotTimes({ slot, path, faults, onChange }: Omit<Props, 'onRemove'>) {
  return CONTROLS.map(({ name, label, type }) => (
    <Field key={name} id={`${path}.${name}`} label={label} error={faults[`${path}.${name}`]}>
      <TextInput
        type={type}
        value={slot[name]}
        onChange={({ target }) => onChange({ [name]: target.value })}
      />
    </Field>
  ));
}
