import { expect, test } from 'vitest';
import { guessMapping, makeOf } from './guess-mapping.ts';

const guessed = (...columns: string[]) => {
  const { marks: _, ...mapping } = guessMapping(columns);
  return Object.fromEntries(Object.entries(mapping).map(([part, at]) => [part, columns[at as number]]));
};

test('knows the headings and the short pinyin names of DBF files', () => {
  expect(guessed('序号', '准考证号', '姓名', '课程代码', '课程名称', '成绩', '是否合格')).toEqual({
    number: '准考证号',
    name: '姓名',
    course: '课程代码',
    value: '成绩',
    passed: '是否合格',
  });
  expect(guessed('KSH', 'XM', 'KCDM', 'CJ', 'QKBZ')).toEqual({
    number: 'KSH',
    name: 'XM',
    course: 'KCDM',
    value: 'CJ',
    mark: 'QKBZ',
  });
  expect(guessed('主观题', 'ZKZH', '客观题', '总成绩', '缺考标志')).toMatchObject({
    value: '总成绩',
    mark: '缺考标志',
  });
});

test('of names it never heard it takes two columns, which the officer sees and corrects', () => {
  expect(guessed('甲', '乙')).toEqual({ number: '甲', value: '乙' });
});

test('a file of the same columns is of the same making, another format is not', () => {
  expect(makeOf({ format: 'dbf', columns: ['ksh', 'CJ '] })).toBe(
    makeOf({ format: 'dbf', columns: ['KSH', 'cj'] }),
  );
  expect(makeOf({ format: 'dbf', columns: ['KSH'] })).not.toBe(makeOf({ format: 'csv', columns: ['KSH'] }));
});
