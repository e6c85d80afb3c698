import { useEffect, useRef } from 'react';
import type { Reason } from '@zikao/contract/candidates';
import { Button } from '#ui/Button';
import { Field } from '#ui/Field';
import { Select } from '#ui/Select';
import { TextArea } from '#ui/TextArea';

interface Props {
  no: number;
  labels: Record<string, string>;
  value: Reason;
  onChange: (value: Reason) => void;
  onRemove: () => void;
}

/** A reason in the officer's words, at a field of the form. */
export function OwnReason({ no, labels, value, onChange, onRemove }: Props) {
  const first = useRef<HTMLSelectElement>(null);
  const options = Object.entries(labels).map(([key, label]) => ({ value: key, label }));

  useEffect(() => first.current?.focus(), []);

  return (
    <fieldset className="reject__own">
      <legend className="hidden-text">其他原因 {no}</legend>
      <Field label="哪一项">
        <Select
          ref={first}
          options={options}
          value={value.field}
          onChange={(event) => onChange({ ...value, field: event.target.value })}
        />
      </Field>
      <Field label="请考生怎样修改">
        <TextArea
          rows={2}
          maxLength={200}
          value={value.text}
          onChange={(event) => onChange({ ...value, text: event.target.value })}
        />
      </Field>
      <Button look="plain" size="small" onClick={onRemove}>
        删除这一条
      </Button>
    </fieldset>
  );
}
