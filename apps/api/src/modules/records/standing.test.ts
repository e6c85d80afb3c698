import { expect, test } from 'vitest';
import { standingOn, type StandingRow } from './standing.ts';

const blank = { province: null, penalty: null, source: null, reverses: null, reason: null, by: null };
const at = new Date('2026-11-20T17:00:00Z');
const row = (id: string, more: Partial<StandingRow>): StandingRow => ({
  ...blank,
  id,
  seq: 1n,
  admissionNumber: '010121200017',
  kind: 'penalty',
  at,
  ...more,
});
const out = row('out', { kind: 'transferOut', province: '甘肃省' });
const suspended = row('suspended', {
  penalty: { type: '替考', courses: [], decision: '甲号', from: '2026-04-01', to: '2027-03-31' },
});
const delayed = row('delayed', {
  penalty: { type: '作弊', courses: [], decision: '乙号', delayedUntil: '2027-12-31' },
});
const lift = (of: StandingRow) => row(`-${of.id}`, { kind: 'reversal', reverses: of.id, reason: '恢复' });

test.each<[string, StandingRow[], string, string]>([
  ['nothing on file', [], '2026-11-24', 'registered'],
  ['transferred out', [out], '2026-11-24', 'frozen'],
  ['restored', [out, lift(out)], '2026-11-24', 'registered'],
  [
    'transferred out once more',
    [out, lift(out), row('again', { ...out, id: 'again' })],
    '2026-11-24',
    'frozen',
  ],
  ['the day before a suspension', [suspended], '2026-03-31', 'registered'],
  ['its first day', [suspended], '2026-04-01', 'suspended'],
  ['its last day', [suspended], '2027-03-31', 'suspended'],
  ['the day after', [suspended], '2027-04-01', 'registered'],
  ['lifted on appeal', [suspended, lift(suspended)], '2026-11-24', 'registered'],
  ['the last day of a delay', [delayed], '2027-12-31', 'delayed'],
  ['the day after it', [delayed], '2028-01-01', 'registered'],
  ['suspended and delayed', [delayed, suspended], '2026-11-24', 'suspended'],
  ['all at once', [delayed, suspended, out], '2026-11-24', 'frozen'],
])('%s', (_, rows, day, state) => {
  expect(standingOn(rows, day, true).state).toBe(state);
});

test('without an admission number there is no record yet', () => {
  expect(standingOn([], '2026-11-24', false)).toEqual({ state: 'none' });
});

test('says what it means, by the day in China', () => {
  expect(standingOn([out], '2026-11-24', true).detail).toMatch(/^考籍已于 2026 年 11 月 21 日转出到甘肃省/);
  expect(standingOn([suspended], '2026-11-24', true)).toEqual({
    state: 'suspended',
    until: '2027-03-31',
    detail: '按甲号，2026 年 4 月 1 日至 2027 年 3 月 31 日停考，期间不能报考。',
  });
  expect(standingOn([delayed], '2026-11-24', true).detail).toContain('延迟至 2027 年 12 月 31 日以后');
});
