import { randomInt } from 'node:crypto';
import { idCheckDigit } from '@zikao/contract/codes/id-number';

/** Somebody made up for one journey; the numbers are valid and belong to nobody we know. */
export interface Person {
  name: string;
  idNumber: string;
  phone: string;
  password: string;
}

export const PASSWORD = 'Hua-hai_2027';

export function aPerson(given: Partial<Person> = {}): Person {
  // Area 639999 is not assigned; the birth date is real, as the check asks.
  const first = `63999919${randomInt(70, 99)}${two(randomInt(1, 13))}${two(randomInt(1, 29))}${String(randomInt(0, 1000)).padStart(3, '0')}`;
  return {
    name: '廖三',
    idNumber: first + idCheckDigit(first),
    phone: `1${randomInt(3, 10)}${String(randomInt(0, 1_000_000_000)).padStart(9, '0')}`,
    password: PASSWORD,
    ...given,
  };
}

const two = (value: number) => String(value).padStart(2, '0');
