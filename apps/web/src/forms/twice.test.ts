import { expect, it } from 'vitest';
import { resetPassword } from '@zikao/contract/identity';
import { twice } from './twice.tsx';

const messages = (typed: object) =>
  Object.fromEntries(
    twice(resetPassword.body!)
      .safeParse(typed)
      .error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? [],
  );

it('says everything that is wrong at once, also that the passwords differ', () => {
  const typed = { phone: '139', code: '', password: 'Kunlun-2027', again: 'Kunlun-2028' };
  expect(messages(typed)).toEqual({
    phone: '手机号应为 11 位数字，以 1 开头',
    code: '验证码是 6 位数字',
    again: '两次填写的新密码不一样',
  });
});

it('asks for the second password before it compares', () => {
  expect(messages({ phone: '13900001111', code: '123456', password: 'Kunlun-2027', again: '' })).toEqual({
    again: '请再填写一次新密码',
  });
});
