import { Button } from '#ui/Button';
import { Checkbox } from '#ui/Checkbox';
import { Field } from '#ui/Field';
import { TextInput } from '#ui/TextInput';
import type { TypedRoom } from './venue-form.ts';

interface Props {
  room: TypedRoom;
  path: string;
  faults: Record<string, string>;
  onChange: (to: Partial<TypedRoom>) => void;
  onRemove: () => void;
}

const CONTROLS = [
  { name: 'no', label: '考场号', numeric: false },
  { name: 'rows', label: '行', numeric: true },
  { name: 'columns', label: '列', numeric: true },
  { name: 'capacity', label: '座位', numeric: true },
] as const;

/** One room. */
export function RoomRow({ room, path, faults, onChange, onRemove }: Props) {
  return (
    <fieldset className="room-row">
      <legend className="hidden-text">{room.no} 考场</legend>
      {CONTROLS.map(({ name, label, numeric }) => (
        <Field key={name} id={`${path}.${name}`} label={label} error={faults[`${path}.${name}`]}>
          <TextInput
            value={room[name]}
            inputMode={numeric ? 'numeric' : undefined}
            onChange={({ target }) => onChange({ [name]: target.value })}
          />
        </Field>
      ))}
      <Checkbox
        label="无障碍"
        checked={room.accessible}
        onChange={({ target }) => onChange({ accessible: target.checked })}
      />
      <Button size="small" look="plain" onClick={onRemove}>
        删去<span className="hidden-text">{room.no} 考场</span>
      </Button>
    </fieldset>
  );
}
