import type { ChangeEvent } from 'react';
import { ROLE_NAMES } from '@zikao/contract/permissions';
import { STAFF_ROLES } from '@zikao/contract/staff';
import { useDistrictOptions } from '#api/districts';
import { Field } from '#ui/Field';
import { Select } from '#ui/Select';

const ROLES = STAFF_ROLES.map((value) => ({ value, label: ROLE_NAMES[value] }));

type Name = 'role' | 'district';

interface Props {
  /** A plain form with these two fields. */
  form: {
    values: { role: string };
    set(name: 'district', value: string): void;
    field(name: Name): { id: string; label: string; error: string | undefined };
    input(name: Name): {
      name: string;
      value: string;
      onChange: (event: ChangeEvent<HTMLSelectElement>) => void;
    };
  };
}

/** In which office somebody works; an officer of a district in which. */
export function PositionFields({ form }: Props) {
  const districts = useDistrictOptions();
  const role = form.input('role');
  return (
    <>
      <Field {...form.field('role')} required>
        <Select
          {...role}
          options={ROLES}
          onChange={(event) => {
            role.onChange(event);
            if (event.target.value !== 'district') form.set('district', '');
          }}
        />
      </Field>
      {form.values.role === 'district' && (
        <Field {...form.field('district')} hint="只看得到这个考区的考生" required>
          <Select {...form.input('district')} options={districts} />
        </Field>
      )}
    </>
  );
}
