import { Mapping } from '@zikao/contract/score-imports';
import { type Mark, MARK_KEYS } from '@zikao/contract/scores';

type Column = 'number' | 'course' | 'value' | 'name' | 'mark' | 'passed';
export interface Part {
  key: Column;
  label: string;
  hint?: string;
  required?: boolean;
}

/** What a file of scores may hold, in the order of the screen. */
export const PARTS: readonly Part[] = [
  { key: 'number', label: '准考证号', required: true },
  { key: 'course', label: '课程代码' },
  { key: 'value', label: '成绩', required: true },
  { key: 'name', label: '姓名', hint: '选了就与考生档案核对' },
  { key: 'mark', label: '标记', hint: '缺考、违纪等单独一列时' },
  { key: 'passed', label: '是否合格', hint: '“不合格”的不计合格，不论分数' },
];

/** As it stands on the screen: columns by their number as text, spellings in one line. */
export type TypedMapping = Record<Column | 'oneCourse', string> & { marks: Record<Mark, string> };

export function typedOf(mapping: Mapping): TypedMapping {
  const column = (key: Column) => (mapping[key] === undefined ? '' : String(mapping[key]));
  return {
    number: column('number'),
    course: column('course'),
    value: column('value'),
    name: column('name'),
    mark: column('mark'),
    passed: column('passed'),
    oneCourse: mapping.oneCourse ?? '',
    marks: Object.fromEntries(MARK_KEYS.map((mark) => [mark, mapping.marks[mark].join(' ')])) as Record<
      Mark,
      string
    >,
  };
}

const SENTENCES: Partial<Record<string, string>> = {
  number: '请选择准考证号所在的列',
  value: '请选择成绩所在的列',
};

/** The mapping, or sentences by the control they are about. */
export function checkMapping(typed: TypedMapping): { mapping: Mapping } | { faults: Record<string, string> } {
  const columns = PARTS.flatMap(({ key }) => (typed[key] === '' ? [] : [[key, Number(typed[key])] as const]));
  const words = (text: string) => text.split(/[\s,，、]+/).filter(Boolean);
  const result = Mapping.safeParse({
    ...Object.fromEntries(columns),
    ...(typed.oneCourse.trim() && { oneCourse: typed.oneCourse }),
    marks: Object.fromEntries(MARK_KEYS.map((mark) => [mark, words(typed.marks[mark])])),
  });
  if (result.success) return { mapping: result.data };
  const faults: Record<string, string> = {};
  for (const { path, message, code } of result.error.issues) {
    const part = String(path[0]);
    faults[part] ??= code === 'custom' ? message : (SENTENCES[part] ?? message);
  }
  return { faults };
}
