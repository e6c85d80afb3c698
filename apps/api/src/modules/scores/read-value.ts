import type { Mapping, RowFaultCode } from '@zikao/contract/score-imports';
import type { Grade } from '@zikao/contract/records';
import { type Mark, MARK_KEYS } from '@zikao/contract/scores';

/** What the cells of a row say of the score. */
export interface ReadValue {
  number: number | null;
  mark: Mark | null;
  grade: Grade | null;
  passed: boolean | null;
  faults: RowFaultCode[];
}

const GRADE_SPELLINGS: Record<string, Grade> = {
  优秀: '优秀',
  优: '优秀',
  良好: '良好',
  良: '良好',
  中等: '中等',
  中: '中等',
  合格: '合格',
  及格: '合格',
  不合格: '不合格',
  不及格: '不合格',
};
const PASSED = new Set(['合格', '及格', '通过', '是', '1', 'Y', 'T', 'TRUE']);
const FAILED = new Set(['不合格', '不及格', '未通过', '否', '0', 'N', 'F', 'FALSE']);
/** In a column of its own: nothing to remark. */
const UNMARKED = new Set(['', '0', '正常', '无']);

/** Full-width digits and blanks are typed by input methods, not meant. */
export const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');

interface Cells {
  value: string;
  mark?: string | undefined;
  passed?: string | undefined;
}

/** Reads a score: a number from 0 to 100, a grade of five, or a mark by the spellings of the file. */
export function readValue(cells: Cells, marks: Mapping['marks'], passMark: number): ReadValue {
  const value = plain(cells.value);
  const flag = plain(cells.mark ?? '');
  const found = { number: null, mark: null, grade: null, passed: null, faults: [] };
  const mark = markOf(flag, marks) ?? markOf(value, marks);
  if (mark) return { ...found, mark, passed: false };
  if (!UNMARKED.has(flag)) return { ...found, faults: ['markUnknown'] };
  const grade = GRADE_SPELLINGS[value];
  if (grade) return withPassed({ ...found, grade, passed: grade !== '不合格' }, cells.passed);
  const wrong = wrongNumber(value);
  if (wrong) return { ...found, faults: [wrong] };
  const number = Number(value);
  return withPassed({ ...found, number, passed: number >= passMark }, cells.passed);
}

const markOf = (text: string, marks: Mapping['marks']): Mark | undefined =>
  text === ''
    ? undefined
    : MARK_KEYS.find((mark) => marks[mark].some((spelling) => plain(spelling) === text));

function wrongNumber(text: string): RowFaultCode | undefined {
  if (text === '') return 'valueMissing';
  if (!/^[+-]?\d{1,6}(\.\d{1,6})?$/.test(text)) return 'valueWrong';
  const number = Number(text);
  const tenths = Math.abs(number * 10 - Math.round(number * 10)) < 1e-6;
  return number < 0 || number > 100 || !tenths ? 'valueRange' : undefined;
}

/** A flag of its own: after a violation a score of 60 or more may still be no pass, never the other way round. */
function withPassed(read: ReadValue, cell: string | undefined): ReadValue {
  const said = plain(cell ?? '').toUpperCase();
  if (said === '') return read;
  if (FAILED.has(said)) return { ...read, passed: false };
  return PASSED.has(said) && read.passed ? read : { ...read, passed: null, faults: ['passedWrong'] };
}
