import { describe, expect, it } from 'vitest';
import { choiceCell, codeCell, dayCell, maybeText, numberCell, textCell, yesCell } from './cells.ts';
import { columnLetter } from './sheets.ts';

const read = (
  cell: {
    schema: {
      safeParse(text: string): {
        success: boolean;
        data?: unknown;
        error?: { issues: { message: string }[] };
      };
    };
  },
  text: string,
) => {
  const { success, data, error } = cell.schema.safeParse(text);
  return success ? data : error!.issues[0]!.message;
};

describe('a cell', () => {
  const state = choiceCell({ open: '开考', closed: '停考' });
  it.each([
    [textCell(3), '', '请填写'],
    [textCell(3), '四个字了', '最多 3 个字'],
    [textCell(9), '<b>', '有不能使用的符号，请删去'],
    [maybeText(9), '', null],
    [codeCell(/^\d{5}$/, '13000'), '1300', '格式不对，应如 13000'],
    [codeCell(/^\d{5}$/, '13000'), '00015', '00015'],
    [numberCell(0, 30), '', null],
    [numberCell(0, 30), '6.5', 6.5],
    [numberCell(0, 30), '31', '应为 0 到 30 的数字'],
    [numberCell(0, 30), '1e1', '应为 0 到 30 的数字'],
    [numberCell(1, 9, { whole: true }), '1.5', '应为 1 到 9 的整数'],
    [yesCell(), '', false],
    [yesCell(), '√', true],
    [yesCell(), '也许', '应为“是”或“否”'],
    [state, '停考', 'closed'],
    [state, 'open', 'open'],
    [state, '开着', '应为“开考”或“停考”'],
  ])('%# reads %s', (cell, text, value) => expect(read(cell, text)).toBe(value));

  it.each(['2027-04-17', '2027/4/17', '2027.4.17', '20270417', '2027年4月17日'])(
    'takes %s for a day',
    (text) => expect(read(dayCell(), text)).toBe('2027-04-17'),
  );
  it.each(['2027-02-29', '2027-4', '17/4/2027', '明天'])('takes %s for none', (text) =>
    expect(read(dayCell(), text)).toBe('应为日期，如 2027-04-17'),
  );

  it('is shown as it may be read again', () => {
    expect(state.show('closed')).toBe('停考');
    expect(yesCell().show(true)).toBe('是');
    expect(numberCell(0, 9).show(null)).toBe('');
  });
});

it('columns are called as spreadsheets call them', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});
