import { describe, expect, it } from 'vitest';
import { birthDateOf, idNumberFault, sexOf } from '@zikao/contract/codes/id-number';
import { Phone } from '@zikao/contract/codes/phone';
import { numbersOf, PEOPLE } from './people.ts';

const numbers = PEOPLE.map((person, index) => ({ person, ...numbersOf(person, index) }));

describe('demo candidates', () => {
  it('have valid numbers that say the same as the person, and belong to an area that does not exist', () => {
    for (const { person, idNumber, phone } of numbers) {
      expect([idNumber, idNumberFault(idNumber)]).toEqual([idNumber, undefined]);
      expect(birthDateOf(idNumber)).toBe(person.birthDate);
      expect(sexOf(idNumber)).toBe(person.sex === '男' ? '1' : '2');
      expect(idNumber.startsWith('639999')).toBe(true);
      expect(Phone.parse(phone)).toBe(phone);
    }
  });

  it('have numbers of their own', () => {
    expect(new Set(numbers.map(({ idNumber }) => idNumber)).size).toBe(PEOPLE.length);
    expect(new Set(numbers.map(({ phone }) => phone)).size).toBe(PEOPLE.length);
  });
});
