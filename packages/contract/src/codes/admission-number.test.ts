import { expect, test } from 'vitest';
import { AdmissionNumber, formatAdmissionNumber, halfOf, MAX_SERIAL } from './admission-number.ts';

const parts = { prefix: '0101', year: 2022, month: 4, serial: 4 } as const;

test('refuses a serial that does not fit five digits', () => {
  for (const serial of [0, -1, MAX_SERIAL + 1])
    expect(() => formatAdmissionNumber({ ...parts, serial })).toThrow(RangeError);
});

test('refuses a serial that is no whole number', () => {
  for (const serial of [1.5, NaN, Infinity])
    expect(() => formatAdmissionNumber({ ...parts, serial })).toThrow(RangeError);
});

test('refuses a prefix that is not four digits', () => {
  for (const prefix of ['', '101', '01010', '01a1'])
    expect(() => formatAdmissionNumber({ ...parts, prefix })).toThrow(RangeError);
});

test('writes the number of the guide', () => {
  expect(formatAdmissionNumber(parts)).toBe('010122100004');
});

test('is half 1 in April and half 2 in October, of a two-digit year', () => {
  expect(halfOf(2027, 4)).toBe('271');
  expect(halfOf(2009, 10)).toBe('092');
  expect(formatAdmissionNumber({ ...parts, month: 10, serial: MAX_SERIAL })).toBe('010122299999');
});

test('has twelve digits', () => {
  expect(AdmissionNumber.safeParse('010122100004').success).toBe(true);
  for (const wrong of ['01012210000', '0101221000040', '01012210000X'])
    expect(AdmissionNumber.safeParse(wrong).success).toBe(false);
});
