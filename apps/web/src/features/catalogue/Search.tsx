import { type SubmitEvent, useState } from 'react';
import { Button } from '#ui/Button';
import { Field } from '#ui/Field';
import { TextInput } from '#ui/TextInput';

/** 查找 by the words of any column. */
export function Search({ search, onSearch }: { search: string; onSearch(search: string): void }) {
  const [typed, setTyped] = useState(search);
  function submit(event: SubmitEvent) {
    event.preventDefault();
    onSearch(typed.trim());
  }
  return (
    <form className="catalogue__search" role="search" onSubmit={submit}>
      <Field label="查找代码、名称或任一列的文字">
        <TextInput
          type="search"
          value={typed}
          maxLength={60}
          onChange={({ target }) => setTyped(target.value)}
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
