import { describe, expect, test } from 'vitest';
import { birthDateOf, idCheckDigit, idNumberFault, IdNumber, maskIdNumber, sexOf } from './id-number.ts';

/** Weights and remainders as the standard prints them, added up digit by digit: a second way to the check digit. */
function checkDigitByRecursion(first17: string): string {
  // ISO 7064 MOD 11-2, pure system: P ← (P + digit) · 2 mod 11.
  let p = 0;
  for (const digit of first17) p = ((p + Number(digit)) * 2) % 11;
  const check = (12 - p) % 11;
  return check === 10 ? 'X' : String(check);
}

const areas = ['630102', '110101', '650000', '999999', '000000'];
const births = ['19000101', '19491001', '20000229', '20240229', '19991231'];
const serials = ['000', '001', '014', '999'];
const first17s = areas.flatMap((area) =>
  births.flatMap((birth) => serials.map((serial) => area + birth + serial)),
);

test('the example of GB 11643', () => {
  expect(idCheckDigit('11010519491231002')).toBe('X');
  expect(idNumberFault('11010519491231002X')).toBeUndefined();
});

test.each(first17s)('%s: the check digit agrees with the recursive form of ISO 7064', (first17) => {
  expect(idCheckDigit(first17)).toBe(checkDigitByRecursion(first17));
  expect(idNumberFault(first17 + idCheckDigit(first17))).toBeUndefined();
});

describe('refuses', () => {
  const good = '11010519491231002X';
  const places = Array.from({ length: 17 }, (_, i) => i);
  const wrongDigits = places.flatMap((i) =>
    [...'0123456789'].map((digit) => good.slice(0, i) + digit + good.slice(i + 1)),
  );
  const swaps = places.slice(1).map((i) => good.slice(0, i - 1) + good[i] + good[i - 1] + good.slice(i + 1));
  test.each([...wrongDigits, ...swaps].filter((changed) => changed !== good))(
    '%s: one digit wrong, or two neighbours swapped',
    (changed) => expect(idNumberFault(changed)).toBeDefined(),
  );
  test.each(['19990230', '19991301', '19990001', '19990100', '20230229', '18991231'])(
    'the birth date %s',
    (birth) => {
      const first17 = `630102${birth}001`;
      expect(idNumberFault(first17 + idCheckDigit(first17))).toContain('出生日期');
    },
  );
  test.each([
    '',
    '630102',
    '63010219990514001',
    '63010219990514001XX',
    '6301021999051400AX',
    '六三零一零二19990514001',
  ])('%j', (typed) => expect(IdNumber.safeParse(typed).success).toBe(false));
});

test.each([' 11010519491231002x ', '110105 19491231 002X', '１１０１０５１９４９１２３１００２Ｘ'])(
  '%j is read as typed on any keyboard',
  (typed) => expect(IdNumber.parse(typed)).toBe('11010519491231002X'),
);

test('birth date, sex and the masked form come from the digits', () => {
  expect(birthDateOf('11010519491231002X')).toBe('1949-12-31');
  expect([sexOf('11010519491231002X'), sexOf('630102199905140015')]).toEqual(['2', '1']);
  expect(maskIdNumber('11010519491231002X')).toBe('110105••••••••002X');
});
