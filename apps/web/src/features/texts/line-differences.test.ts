import { expect, it } from 'vitest';
import { lineDifferences } from './line-differences.ts';

const shown = (before: string, after: string) =>
  lineDifferences(before, after).map(({ text, is }) => ({ same: ' ', added: '+', removed: '-' })[is] + text);

it('finds nothing between equal texts', () => {
  expect(shown('一\n二', '一\n二')).toEqual([' 一', ' 二']);
});

it('tells added, removed and changed lines apart', () => {
  expect(shown('标题\n3月1日\n末行', '标题\n3月2日\n新的一行\n末行')).toEqual([
    ' 标题',
    '-3月1日',
    '+3月2日',
    '+新的一行',
    ' 末行',
  ]);
});

it('keeps everything of both texts, in their order', () => {
  const [before, after] = ['甲\n乙\n丙\n乙', '乙\n丁\n丙\n甲'];
  const lines = lineDifferences(before, after);
  const side = (without: string) =>
    lines
      .filter(({ is }) => is !== without)
      .map(({ text }) => text)
      .join('\n');
  expect([side('added'), side('removed')]).toEqual([before, after]);
});
