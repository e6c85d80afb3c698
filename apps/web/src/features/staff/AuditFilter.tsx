import { type SubmitEvent, useState } from 'react';
import { Button } from '#ui/Button';
import { Field } from '#ui/Field';
import { TextInput } from '#ui/TextInput';

interface Filter {
  actor: string;
  subject: string;
}

export function AuditFilter({ filter, onApply }: { filter: Filter; onApply: (filter: Filter) => void }) {
  const [{ actor, subject }, setTyped] = useState(filter);

  function submit(event: SubmitEvent) {
    event.preventDefault();
    onApply({ actor: actor.trim(), subject: subject.trim() });
  }
  return (
    <form className="audit__filter" role="search" onSubmit={submit}>
      <Field label="操作人">
        <TextInput
          value={actor}
          maxLength={60}
          onChange={(event) => setTyped({ actor: event.target.value, subject })}
        />
      </Field>
      <Field label="对象">
        <TextInput
          value={subject}
          maxLength={80}
          placeholder="如 profile:编号"
          onChange={(event) => setTyped({ actor, subject: event.target.value })}
        />
      </Field>
      <Button type="submit">查找</Button>
      {(filter.actor || filter.subject) && (
        <Button look="plain" onClick={() => onApply({ actor: '', subject: '' })}>
          清除条件
        </Button>
      )}
    </form>
  );
}
