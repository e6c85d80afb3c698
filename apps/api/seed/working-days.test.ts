import { expect, test } from 'vitest';
import { isWorkingDay, officeEndAfter } from '#modules/exams';
import { readWorkingDays } from '#seed/working-days';

const days = readWorkingDays();
const exceptions = new Map(days.map(({ day, working }) => [day, working]));
const usual = { workingDays: 3, fromPublicationDay: false, closes: '18:00' };
const china = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`);
const text = (moment: Date) =>
  new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

/** When scores come out, and until when they can be questioned: over weekends, holidays and make-up days. */
test.each([
  ['an ordinary Monday', '2027-05-10 09:00', '2027-05-13 18:00'],
  ['one minute before midnight', '2027-05-10 23:59', '2027-05-13 18:00'],
  ['midnight, which is the next day', '2027-05-11 00:00', '2027-05-14 18:00'],
  ['over a weekend', '2027-05-13 09:00', '2027-05-18 18:00'],
  ['on a Saturday', '2027-05-15 10:00', '2027-05-19 18:00'],
  ['on a Sunday', '2027-05-16 10:00', '2027-05-19 18:00'],
  ['before 五一 2026, with its make-up Saturday after', '2026-04-30 09:00', '2026-05-08 18:00'],
  ['into the make-up Saturday of 五一 2026', '2026-05-06 09:00', '2026-05-09 18:00'],
  ['before 国庆 2026, whose make-up Saturday counts', '2026-09-30 09:00', '2026-10-10 18:00'],
  ['before 中秋 2026', '2026-09-24 09:00', '2026-09-30 18:00'],
  ['before 春节 2026: the make-up Saturday counts', '2026-02-12 09:00', '2026-02-24 18:00'],
  ['between two make-up days of 春节 2026', '2026-02-26 09:00', '2026-03-02 18:00'],
  ['over 元旦 2026: Sunday the 4th is worked', '2025-12-31 09:00', '2026-01-06 18:00'],
  ['over 五一 2027 as inferred', '2027-04-30 09:00', '2027-05-07 18:00'],
  ['over 春节 2027 as inferred', '2027-02-04 17:00', '2027-02-15 18:00'],
])('%s: out %s, closes %s', (_, out, closes) => {
  expect(text(officeEndAfter(china(out), usual, exceptions))).toBe(closes);
});

test('a province may count the day of publication, as in May 2023, and close earlier', () => {
  const as2023 = { ...usual, fromPublicationDay: true };
  expect(text(officeEndAfter(china('2023-05-08 09:00'), as2023, exceptions))).toBe('2023-05-10 18:00');
  expect(text(officeEndAfter(china('2023-05-07 09:00'), as2023, exceptions))).toBe('2023-05-10 18:00');
  const early = { ...usual, workingDays: 5, closes: '17:30' };
  expect(text(officeEndAfter(china('2027-05-10 09:00'), early, exceptions))).toBe('2027-05-17 17:30');
});

test('without a calendar it is the weekdays', () => {
  expect(isWorkingDay('2026-10-01', new Map())).toBe(true);
  expect(isWorkingDay('2026-10-03', new Map())).toBe(false);
});

test('the calendar says of each day once what it is, where it is known from, and nothing a weekday says anyway', () => {
  expect(new Set(days.map(({ day }) => day)).size).toBe(days.length);
  for (const { day, working, grade, source } of days) {
    const weekend = [0, 6].includes(new Date(day).getUTCDay());
    // A make-up day is a weekend; holidays may be either.
    expect([day, working && !weekend]).toEqual([day, false]);
    expect([day, grade]).toEqual([day, day < '2027' ? 'official' : 'inferred']);
    expect(source).toMatch(/^(国务院办公厅|未见 2027)/);
  }
});
