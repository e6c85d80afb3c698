import { describe, expect, test } from 'vitest';
import { maskName, PersonName } from './name.ts';

const good = [
  '王芳',
  '欧阳修文',
  '多杰',
  '旦增·罗布次仁',
  '仁青东知布·扎西才让·桑吉措',
  '买买提·吐尔逊',
  '阿卜杜热合曼·阿卜杜喀迪尔·麦麦提图尔荪',
  '库尔班江·赛麦提·伊敏·艾合麦提',
  '马䶮',
  '㛃小青',
  '𬭎达',
  '李𠮷',
  '王〇一',
  "Mary O'Brien",
  'Jean-Luc Picard',
  'J. R. Smith',
];
test.each(good)('%s is a name as it stands', (name) => expect(PersonName.parse(name)).toBe(name));

test.each([
  [' 才仁  卓玛 ', '才仁卓玛'],
  ['旦增•罗布', '旦增·罗布'],
  ['旦增・罗布', '旦增·罗布'],
  ['旦增．罗布', '旦增·罗布'],
  ['旦增 · 罗布', '旦增·罗布'],
  ['旦增.罗布', '旦增·罗布'],
  ['旦增‧罗布', '旦增·罗布'],
])('%j becomes %s', (typed, stored) => expect(PersonName.parse(typed)).toBe(stored));

describe('refuses', () => {
  const fault = (typed: unknown) => PersonName.safeParse(typed).error?.issues[0]?.message;
  test.each([
    ['', '请填写姓名'],
    ['   ', '请填写姓名'],
    [undefined, '请填写姓名'],
    ['王', '姓名至少两个字，请按身份证填写'],
    ['𬭎', '姓名至少两个字，请按身份证填写'],
    ['桑'.repeat(41), '姓名最多 40 个字'],
  ])('%j with a sentence', (typed, message) => expect(fault(typed)).toBe(message));

  test.each([
    '王芳1',
    '王芳😀',
    '·王芳',
    '王芳·',
    '王··芳',
    '王芳Fang',
    '<b>王芳</b>',
    "王芳'; drop table",
    '王\u200B芳',
    '王\u0000芳',
  ])('%j', (typed) => expect(fault(typed)).toContain('请按身份证填写'));
  test('40 rare characters are 40, not 80', () => {
    expect(PersonName.parse('𬭎'.repeat(40))).toHaveLength(80);
  });
});

test('masked, only the first character stays', () => {
  expect(maskName('王芳')).toBe('王＊');
  expect(maskName('𬭎·才让')).toBe('𬭎＊＊＊');
  expect(maskName('桑'.repeat(40))).toBe('桑＊＊＊＊＊');
});
