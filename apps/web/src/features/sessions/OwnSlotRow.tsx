import { Button } from '#ui/Button';
import { Field } from '#ui/Field';
import { Select } from '#ui/Select';
import type { TypedOwnSlot, TypedSlot } from './plan-form.ts';
import { SlotTimes } from './SlotRow.tsx';

interface Props {
  own: TypedOwnSlot;
  path: string;
  slots: readonly TypedSlot[];
  districts: readonly { code: string; name: string }[];
  faults: Record<string, string>;
  onChange: (to: Partial<TypedOwnSlot>) => void;
  onRemove: () => void;
}

/** When one district sits a half-day instead. */
export function OwnSlotRow({ own, path, slots, districts, faults, onChange, onRemove }: Props) {
  const district = districts.find(({ code }) => code === own.district)?.name ?? '考区';
  return (
    <fieldset className="plan-row">
      <legend className="hidden-text">
        {district}第 {own.no} 场
      </legend>
      <Field id={`${path}.district`} label="考区" error={faults[`${path}.district`]}>
        <Select
          options={districts.map(({ code, name }) => ({ value: code, label: name }))}
          value={own.district}
          onChange={({ target }) => onChange({ district: target.value })}
        />
      </Field>
      <Field id={`${path}.no`} label="场次" error={faults[`${path}.no`]}>
        <Select
          options={slots.map(({ no }) => ({ value: no, label: `第 ${no} 场` }))}
          value={own.no}
          onChange={({ target }) => onChange({ no: target.value })}
        />
      </Field>
      <SlotTimes slot={own} path={path} faults={faults} onChange={onChange} />
      <Button size="small" look="plain" onClick={onRemove}>
        删去
        <span className="hidden-text">
          ：{district}第 {own.no} 场
        </span>
      </Button>
    </fieldset>
  );
}
