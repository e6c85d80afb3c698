import { describe, expect, it } from 'vitest';
import { FUNCTION_KEYS } from '@zikao/contract/exams';
import { calendarFrom } from '#seed/calendar';

const from = (iso: string) => calendarFrom(new Date(iso));

describe('the session a first start makes', () => {
  it.each([
    ['2026-11-23T02:00:00Z', '2027-04', '2027-04-17'],
    ['2027-03-17T02:00:00Z', '2027-04', '2027-04-17'],
    ['2027-03-19T02:00:00Z', '2027-10', '2027-10-16'],
    ['2027-10-20T02:00:00Z', '2028-04', '2028-04-15'],
    ['2027-12-31T18:00:00Z', '2028-04', '2028-04-15'],
  ])('started at %s it is %s, on Saturday %s', (start, id, saturday) => {
    const { id: made, slots } = from(start);
    expect([made, slots[0]!.date, slots.length]).toEqual([id, saturday, 4]);
    expect(new Date(saturday).getUTCDay()).toBe(6);
  });

  it('is open since yesterday 9:00, the profile until noon and the enrolment until 18:00 of one day', () => {
    const { windows } = from('2026-11-23T02:00:00Z');
    expect(windows.profile.opensAt.toISOString()).toBe('2026-11-22T01:00:00.000Z');
    expect(windows.profile.closesAt.toISOString()).toBe('2026-12-23T04:00:00.000Z');
    expect(windows.enrolment.closesAt.toISOString()).toBe('2026-12-23T10:00:00.000Z');
  });

  it('counts days as in China: at 1:00 there it is still yesterday in UTC', () => {
    expect(from('2026-11-22T17:00:00Z').windows.profile.opensAt.toISOString()).toBe(
      '2026-11-22T01:00:00.000Z',
    );
  });

  it('on every day of two years leaves 30 days to the exam, 20 of them after the last deadline', () => {
    for (let day = 0; day < 731; day += 1) {
      const start = Date.UTC(2027, 0, 1, 4) + day * 86_400_000;
      const { slots, windows } = calendarFrom(new Date(start));
      const exam = Date.parse(`${slots[0]!.date}T00:00:00Z`);
      expect(exam - start).toBeGreaterThan(29 * 86_400_000);
      expect(exam - windows.enrolment.closesAt.getTime()).toBeGreaterThan(19 * 86_400_000);
      expect(windows.enrolment.closesAt.getTime() - start).toBeGreaterThan(9 * 86_400_000);
      for (const key of FUNCTION_KEYS)
        expect(windows[key].opensAt.getTime()).toBeLessThan(windows[key].closesAt.getTime());
    }
  });
});
