import { expect, test } from 'vitest';
import { maskPhone, Phone } from './phone.ts';

test.each([
  '13997001234',
  ' 139 9700 1234 ',
  '139-9700-1234',
  '+86 13997001234',
  '8613997001234',
  '１３９９７００１２３４',
])('%j is 13997001234', (typed) => expect(Phone.parse(typed)).toBe('13997001234'));
test.each([
  '',
  '1399700123',
  '139970012345',
  '12997001234',
  '0971-6123456',
  '+85213997001234',
  '1399700123a',
])('%j is refused in Chinese', (typed) =>
  expect(Phone.safeParse(typed).error?.issues[0]?.message).toMatch(/手机号/),
);
test('the middle is hidden', () => expect(maskPhone('13997001234')).toBe('139••••1234'));
