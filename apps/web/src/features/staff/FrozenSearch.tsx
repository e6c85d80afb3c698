import { type SubmitEvent, useState } from 'react';
import { Button } from '#ui/Button';
import { Field } from '#ui/Field';
import { TextInput } from '#ui/TextInput';

/** 查找 by name, ID number or admission number. */
export function FrozenSearch({ search, onSearch }: { search: string; onSearch: (search: string) => void }) {
  const [typed, setTyped] = useState(search);
  function submit(event: SubmitEvent) {
    event.preventDefault();
    onSearch(typed.trim());
  }
  return (
    <form className="audit__filter" role="search" onSubmit={submit}>
      <Field label="查找姓名、身份证号、准考证号">
        <TextInput
          type="search"
          value={typed}
          maxLength={60}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      <Button type="submit">查找</Button>
      {search && (
        <Button look="plain" onClick={() => onSearch('')}>
          清除条件
        </Button>
      )}
    </form>
  );
}
