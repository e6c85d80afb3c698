import { type SubmitEvent, useState } from 'react';
import { Button } from './Button.tsx';
import { Field } from './Field.tsx';
import { TextInput } from './TextInput.tsx';

interface Props {
  label: string;
  search: string;
  onSearch: (search: string) => void;
  className: string;
}

/** 查找 by a text, which counts when it is sent. */
export function SearchForm({ label, search, onSearch, className }: Props) {
  const [typed, setTyped] = useState(search);
  function submit(event: SubmitEvent) {
    event.preventDefault();
    onSearch(typed.trim());
  }
  return (
    <form className={className} role="search" onSubmit={submit}>
      <Field label={label}>
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
