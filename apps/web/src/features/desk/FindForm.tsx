import { readLookUp } from '@zikao/contract/desk/find';
import type { PlainForm as Form } from './use-find.ts';
import { PlainForm } from '#forms/PlainForm';
import { Button } from '#ui/Button';
import { Field } from '#ui/Field';
import { TextInput } from '#ui/TextInput';

/** One box for whatever the person has with them; a name asks for the birth date beside it. */
export function FindForm({ form }: { form: Form }) {
  const { typed } = form.values;
  const byName = typed.trim() !== '' && !/\d/.test(typed) && readLookUp(typed).by === 'name';
  return (
    <PlainForm form={form}>
      <div className="desk__find">
        <Field {...form.field('typed')} hint="要输入完整的号码；按姓名查找还要出生日期">
          <TextInput {...form.input('typed')} type="search" maxLength={60} autoComplete="off" />
        </Field>
        {byName && (
          <Field {...form.field('birthDate')} hint="按身份证填写">
            <TextInput {...form.input('birthDate')} type="date" max="2100-12-31" />
          </Field>
        )}
        <Button type="submit" look="primary" busy={form.busy}>
          查找
        </Button>
      </div>
    </PlainForm>
  );
}
