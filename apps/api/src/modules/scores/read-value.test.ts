import fc from 'fast-check';
import { expect, test } from 'vitest';
import { USUAL_SPELLINGS } from '@zikao/contract/score-imports';
import { readRow } from './read-row.ts';
import { readValue } from './read-value.ts';

const read = (value: string, more: { mark?: string; passed?: string } = {}) =>
  readValue({ value, ...more }, { ...USUAL_SPELLINGS, absent: ['缺考', '--'] }, 60);

test.each([
  ['78', { number: 78, passed: true }],
  [' ７８．５ ', { number: 78.5, passed: true }],
  ['59.9', { number: 59.9, passed: false }],
  ['0', { number: 0, passed: false }],
  ['100.0', { number: 100, passed: true }],
  ['缺考', { mark: 'absent', passed: false }],
  ['--', { mark: 'absent', passed: false }],
  ['违规', { mark: 'breach' }],
  ['作弊', { mark: 'cheating' }],
  ['取消', { mark: 'void' }],
  ['及格', { grade: '合格', passed: true }],
  ['不及格', { grade: '不合格', passed: false }],
  ['优', { grade: '优秀', passed: true }],
])('%s is read', (value, expected) => {
  expect(read(value)).toMatchObject({ ...expected, faults: [] });
});

test.each([
  ['', 'valueMissing'],
  ['1O0', 'valueWrong'],
  ['七十', 'valueWrong'],
  ['=1+1', 'valueWrong'],
  ['1e2', 'valueWrong'],
  ['-1', 'valueRange'],
  ['101', 'valueRange'],
  ['78.25', 'valueRange'],
])('%s is refused: %s', (value, fault) => {
  expect(read(value)).toMatchObject({ number: null, mark: null, grade: null, passed: null, faults: [fault] });
});

test('a mark in a column of its own goes before a number, 正常 is none, an unheard one is a fault', () => {
  expect(read('0', { mark: '缺考' })).toMatchObject({ mark: 'absent', number: null });
  expect(read('78', { mark: '正常' })).toMatchObject({ number: 78, mark: null });
  expect(read('78', { mark: '替考' })).toMatchObject({ faults: ['markUnknown'] });
});

test('the file may withhold a pass, and never give one', () => {
  expect(read('78', { passed: '不合格' })).toMatchObject({ number: 78, passed: false, faults: [] });
  expect(read('78', { passed: '合格' })).toMatchObject({ passed: true });
  expect(read('58', { passed: '合格' })).toMatchObject({ passed: null, faults: ['passedWrong'] });
  expect(read('78', { passed: '也许' })).toMatchObject({ faults: ['passedWrong'] });
});

test('whatever stands in a row, it is read to one value or to a fault', () => {
  const settings = {
    mapping: { number: 0, name: 1, course: 2, value: 3, mark: 4, passed: 5, marks: USUAL_SPELLINGS },
    courses: new Set(['00037']),
    passMark: 60,
  };
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 7 }), (cells) => {
      const row = readRow(2, cells, settings);
      const values = [row.number, row.mark, row.grade].filter((value) => value !== null);
      expect(values.length === 1 || row.faults.length > 0).toBe(true);
      expect(row.passed !== null || row.faults.length > 0).toBe(true);
    }),
  );
});

test('what a spreadsheet dropped from numbers and codes is put back, and names compare without dots', () => {
  const mapping = { number: 0, name: 1, course: 2, value: 3, marks: USUAL_SPELLINGS };
  const settings = { mapping, courses: new Set(['00037']), passMark: 60 };
  expect(readRow(2, ['10122100004', '卓玛·措', '37', '60'], settings)).toMatchObject({
    admissionNumber: '010122100004',
    name: '卓玛措',
    course: '00037',
  });
  expect(readRow(2, ['10122100004.0', '王?', '99999', '60'], settings)).toMatchObject({
    admissionNumber: '010122100004',
    name: null,
    course: '99999',
  });
});
