import { expect, test } from 'vitest';
import { USUAL_SPELLINGS } from '@zikao/contract/score-imports';
import { checkMapping, typedOf } from './mapping.ts';

const mapping = { number: 0, name: 1, course: 2, value: 3, marks: USUAL_SPELLINGS };

test('what is shown and sent back unchanged is the same mapping', () => {
  expect(checkMapping(typedOf(mapping))).toEqual({ mapping });
});

test('says at the control what is missing or chosen twice', () => {
  const typed = typedOf(mapping);
  expect(checkMapping({ ...typed, number: '' })).toEqual({ faults: { number: '请选择准考证号所在的列' } });
  expect(checkMapping({ ...typed, course: '' })).toHaveProperty('faults.course');
  expect(checkMapping({ ...typed, oneCourse: '00037' })).toHaveProperty('faults.course');
  expect(checkMapping({ ...typed, value: '0' })).toHaveProperty('faults.value');
  expect(checkMapping({ ...typed, marks: { ...typed.marks, void: '缺考' } })).toHaveProperty('faults.marks');
});

test('one course for the whole file needs no column, and spellings are told apart by blanks or commas', () => {
  const typed = { ...typedOf(mapping), course: '', oneCourse: ' 00037 ' };
  const checked = checkMapping({ ...typed, marks: { ...typed.marks, absent: '缺考，--  缺' } });
  expect(checked).toMatchObject({ mapping: { oneCourse: '00037', marks: { absent: ['缺考', '--', '缺'] } } });
});
