import { DeskSearch, readLookUp } from '@zikao/contract/desk/find';
import { Button } from '#ui/Button';
import { Field } from '#ui/Field';
import { TextInput } from '#ui/TextInput';
import { PlainForm } from './PlainForm.tsx';
import { usePlainForm } from './use-plain-form.tsx';
import './person-search.css';

/** What was typed stands in no address and is remembered nowhere. */
export function usePersonSearch(find: (body: { typed: string; birthDate: string }) => Promise<void>) {
  return usePlainForm<{ typed: string; birthDate: string }>({
    schema: DeskSearch,
    labels: { typed: '身份证号、手机号、准考证号，或姓名', birthDate: '出生日期' },
    submit: find,
  });
}

/** One box for whatever is known of a person; a name asks for the birth date beside it. */
export function PersonSearch({ form }: { form: ReturnType<typeof usePersonSearch> }) {
  const { typed } = form.values;
  const byName = typed.trim() !== '' && !/\d/.test(typed) && readLookUp(typed).by === 'name';
  return (
    <PlainForm form={form}>
      <div className="person-search">
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
