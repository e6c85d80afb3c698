import { describe, expect, test } from 'vitest';
import { NewPassword, passwordFault } from './password.ts';

const kinds = { lower: 'qhzk', upper: 'QHZK', digit: '5926', sign: '#@_!' };
const combinations = Array.from({ length: 15 }, (_, i) =>
  Object.entries(kinds).filter((__, bit) => ((i + 1) >> bit) & 1),
);

test.each(combinations.map((chosen) => [chosen.map(([name]) => name).join(' + '), chosen] as const))(
  '%s: three of four kinds are needed',
  (_, chosen) => {
    const password = chosen
      .map(([, part]) => part)
      .join('')
      .repeat(4)
      .slice(0, 16);
    const expected = chosen.length >= 3 ? undefined : '密码要包含大写字母、小写字母、数字、符号中的三种';
    expect(passwordFault(password)).toBe(expected);
  },
);

describe('refuses', () => {
  test.each([
    ['Qhz-592', '密码至少 8 位'],
    [`Qh-5${'a'.repeat(61)}`, '密码最多 64 位'],
    ['Password1', '太常见'],
    ['P@ssw0rd1', '太常见'],
    ['Qwerty123', '太常见'],
    ['Abc123456', '太常见'],
    ['Zikao2027', '太常见'],
    ['Qinghai@1', '太常见'],
    ['Admin@123', '太常见'],
    ['Woaini1314', '太常见'],
    ['Aa123456', '太常见'],
    ['Aa12345678', '太常见'],
    ['Ab87654321', '太常见'],
    ['Aa-888888', '太常见'],
    ['1qaz@WSX', '太常见'],
    ['!Wodemima2027', '太常见'],
  ])('%s: %s', (password, sentence) => expect(passwordFault(password)).toContain(sentence));

  test('what is known of the person, in any letter case', () => {
    const own = ['11010519491231002X', '13997001234'];
    for (const password of ['Ab-11010519491231002x', 'Ab_13997001234', 'x13997001234Y'])
      expect(passwordFault(password, own)).toBe('密码里不要包含身份证号或手机号');
    expect(passwordFault('Ab-19491231', own)).toBeUndefined();
  });
  test('nothing at all', () => {
    expect(NewPassword.safeParse('').error?.issues[0]?.message).toBe('请填写密码');
    expect(NewPassword.safeParse(undefined).error?.issues[0]?.message).toBe('请填写密码');
  });
});

test.each(['Huanghe-2027', '青海Hu2027湖水长', 'correct Horse 7 battery'])('%s is good', (password) =>
  expect(passwordFault(password)).toBeUndefined(),
);
