import { type SubmitEvent, useState } from 'react';
import { Button } from '#ui/Button';
import { Field } from '#ui/Field';
import { TextInput } from '#ui/TextInput';

interface Props {
  search: string;
  born: string;
  onSearch: (search: string, born: string) => void;
}

/** By ID number or admission number; by name together with the birth date. */
export function FindForm({ search, born, onSearch }: Props) {
  const [typed, setTyped] = useState(search);
  const [birth, setBirth] = useState(born);
  const [missing, setMissing] = useState('');
  const byName = typed.trim() !== '' && !/\d{6}/.test(typed);
  function submit(event: SubmitEvent) {
    event.preventDefault();
    const lacks = !typed.trim() ? '请填写身份证号、准考证号或姓名' : '';
    setMissing(lacks || (byName && !birth ? '按姓名查找时，请同时填写出生日期' : ''));
    if (!lacks && !(byName && !birth)) onSearch(typed.trim(), byName ? birth : '');
  }
  return (
    <form className="merges__find" role="search" noValidate onSubmit={submit}>
      <Field label="身份证号、准考证号或姓名" {...(missing && !byName && { error: missing })}>
        <TextInput
          type="search"
          value={typed}
          maxLength={60}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      {byName && (
        <Field label="出生日期" {...(missing && { error: missing })}>
          <TextInput type="date" value={birth} onChange={(event) => setBirth(event.target.value)} />
        </Field>
      )}
      <Button type="submit">查找</Button>
    </form>
  );
}
