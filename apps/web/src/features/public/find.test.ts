import { expect, it } from 'vitest';
import { find } from './find.ts';
import { slotText } from './slot-text.ts';

const items = [
  { code: '030101K', name: '法学' },
  { code: '050101', name: '汉语言文学（专升本）' },
];

it.each([
  ['', 2],
  ['  ', 2],
  ['法', 1],
  ['０３０１０１ｋ', 1],
  ['文学 050', 1],
  ['会计', 0],
])('“%s” finds %i', (typed, found) => {
  expect(find(items, typed)).toHaveLength(found);
});

it('names a half-day by its day in China', () => {
  const slot = { no: '1', date: '2027-04-17', part: 'am', start: '09:00', end: '11:30' } as const;
  expect(slotText(slot)).toBe('4月17日 周六 上午 09:00 – 11:30');
});
