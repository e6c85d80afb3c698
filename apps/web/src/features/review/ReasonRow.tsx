import { Button } from '#ui/Button';
import { Field } from '#ui/Field';
import { Select } from '#ui/Select';
import { TextArea } from '#ui/TextArea';
import { TextInput } from '#ui/TextInput';
import type { EditedRow } from './reason-rows.ts';

interface Props {
  no: number;
  row: EditedRow;
  fields: { value: string; label: string }[];
  faults: Record<string, string | undefined>;
  onChange: (row: EditedRow) => void;
  onMove: (step: -1 | 1) => void;
  onRemove: () => void;
}

export function ReasonRow({ no, row, fields, faults, onChange, onMove, onRemove }: Props) {
  const which = <span className="hidden-text">：第 {no} 条</span>;
  return (
    <li className="reasons__row">
      <Field label={<>项目{which}</>} error={faults['field']}>
        <Select
          options={fields}
          value={row.field}
          onChange={(event) => onChange({ ...row, field: event.target.value })}
        />
      </Field>
      <Field label={<>名称{which}</>} error={faults['label']}>
        <TextInput
          value={row.label}
          maxLength={20}
          onChange={(event) => onChange({ ...row, label: event.target.value })}
        />
      </Field>
      <Field label={<>考生会读到{which}</>} error={faults['text']}>
        <TextArea
          rows={2}
          value={row.text}
          maxLength={200}
          onChange={(event) => onChange({ ...row, text: event.target.value })}
        />
      </Field>
      <div className="reasons__side">
        <span className="num">用过 {row.uses} 次</span>
        <div>
          <Button look="plain" size="small" onClick={() => onMove(-1)}>
            上移{which}
          </Button>
          <Button look="plain" size="small" onClick={() => onMove(1)}>
            下移{which}
          </Button>
          <Button look="plain" size="small" onClick={onRemove}>
            删除{which}
          </Button>
        </div>
      </div>
    </li>
  );
}
