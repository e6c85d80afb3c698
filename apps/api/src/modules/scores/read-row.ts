import type { Mapping, RowFaultCode } from '@zikao/contract/score-imports';
import { plain, type ReadValue, readValue } from './read-value.ts';

/** A row of the file as it is staged; whose it is and whether it may be is judged by the database. */
export interface ReadRow extends ReadValue {
  no: number;
  admissionNumber: string;
  /** Without dots and blanks; null: not given, or with characters the office could not write. */
  name: string | null;
  course: string;
  value: string;
}

interface Settings {
  mapping: Mapping;
  courses: ReadonlySet<string>;
  passMark: number;
}

const NUMBER_LENGTH = 12;
const MAX = 60;

export function readRow(
  no: number,
  cells: readonly string[],
  { mapping, courses, passMark }: Settings,
): ReadRow {
  const at = (column: number | undefined) => (column === undefined ? undefined : (cells[column] ?? ''));
  const value = at(mapping.value) ?? '';
  const read = readValue(
    { value, mark: at(mapping.mark), passed: at(mapping.passed) },
    mapping.marks,
    passMark,
  );
  const admissionNumber = fullNumber(at(mapping.number) ?? '');
  const course = mapping.oneCourse ?? fullCode(at(mapping.course) ?? '', courses);
  const missing: RowFaultCode[] = [
    ...(admissionNumber ? [] : (['numberMissing'] as const)),
    ...(course ? [] : (['courseMissing'] as const)),
  ];
  const name = at(mapping.name);
  return {
    ...read,
    no,
    admissionNumber,
    course,
    name: name === undefined ? null : comparable(name),
    value: `${value}${mapping.mark === undefined ? '' : ` ${at(mapping.mark)}`}`.trim().slice(0, MAX),
    faults: [...missing, ...read.faults],
  };
}

// A spreadsheet takes 010122100004 for a number and drops what stands in front; so it does with course codes.
function fullNumber(text: string): string {
  const number = plain(text).replace(/\.0+$/, '');
  return /^\d{9,11}$/.test(number) ? number.padStart(NUMBER_LENGTH, '0') : number.slice(0, MAX);
}

function fullCode(text: string, courses: ReadonlySet<string>): string {
  const code = plain(text).replace(/\.0+$/, '');
  const padded = code.padStart(5, '0');
  return !courses.has(code) && courses.has(padded) ? padded : code.slice(0, MAX);
}

/** Names as they compare; ?? and 〓 stand for characters, and letters for names, that an office's software cannot write. */
function comparable(text: string): string | null {
  const name = plain(text).replace(/[·•.・‧∙]/g, '');
  return name === '' || /[?〓*□A-Za-z]/.test(name) ? null : name.slice(0, MAX);
}
