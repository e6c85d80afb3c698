import { z } from 'zod';

const CLASSES = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/];

/** The stems of the passwords that everybody tries first; digits and punctuation around them do not help. */
const COMMON = [
  'password',
  'passw0rd',
  'qwerty',
  'abc123',
  '123456',
  '888888',
  '666666',
  '111111',
  'admin',
  'iloveyou',
  'woaini',
  'zikao',
  'qinghai',
  '1qaz2wsx',
  'a1b2c3',
];

/** What is wrong with a password, in words. `forbidden`: the person's ID number, phone, name. */
export function passwordFault(password: string, forbidden: readonly string[] = []): string | undefined {
  if (password.length < 8) return '密码至少 8 位';
  if (password.length > 64) return '密码最多 64 位';
  if (CLASSES.filter((kind) => kind.test(password)).length < 3)
    return '密码要包含大写字母、小写字母、数字、符号中的三种';
  const lower = password.toLowerCase();
  if (forbidden.some((part) => part.length >= 6 && lower.includes(part.toLowerCase())))
    return '密码里不要包含身份证号或手机号';
  if (COMMON.some((stem) => lower.includes(stem) && lower.length - stem.length < 4))
    return '这个密码太常见，请换一个';
  return undefined;
}

export const NewPassword = z
  .string({ error: '请填写密码' })
  .min(1, '请填写密码')
  .check((ctx) => {
    const fault = passwordFault(ctx.value);
    if (fault) ctx.issues.push({ code: 'custom', message: fault, input: ctx.value });
  });
