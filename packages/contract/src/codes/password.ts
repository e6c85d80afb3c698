import { z } from 'zod';

const CLASSES = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/];

/** What everybody tries first: words, and walks over the keyboard. Digits and signs around them do not help. */
const WORDS = new Set(
  (
    'password passwd pass admin administrator root user test guest welcome letmein iloveyou woaini woaiwojia ' +
    'mima wodemima zikao qinghai xining abc abcd abcdef qwe qwer qwert qwerty qwertyuiop asdf asdfgh asdfghjkl ' +
    'zxcvbn zxcvbnm qazwsx qazwsxedc'
  ).split(' '),
);
const WALKS = ['1qaz2wsx', '1qaz@wsx', '!qaz2wsx', 'q1w2e3', 'a1b2c3', '1q2w3e', 'qwer1234'];
const LEET: Record<string, string> = { '@': 'a', '0': 'o', '1': 'i', '3': 'e', $: 's', '5': 's' };

/** Whether a guesser's list begins with it: nothing but a common word, a walk, or a run like 123456 and 8888. */
function isCommon(password: string): boolean {
  const lower = password.toLowerCase();
  const core = lower.replace(/^[^a-z]+|[^a-z]+$/g, '').replace(/[@013$5]/g, (sign) => LEET[sign]!);
  if (WORDS.has(core) || WALKS.some((walk) => lower.includes(walk) && lower.length - walk.length < 4))
    return true;
  const rest = lower.replace(/\d{4,}/g, (digits) => (isRun(digits) ? '' : digits));
  return rest.length < 4;
}

/** 123456, 87654321, 8888. */
const isRun = (digits: string) =>
  '01234567890'.includes(digits) || '09876543210'.includes(digits) || /^(\d)\1+$/.test(digits);

/** What is wrong with a password, in words. `forbidden`: the person's ID number, phone, name. */
export function passwordFault(password: string, forbidden: readonly string[] = []): string | undefined {
  if (password.length < 8) return '密码至少 8 位';
  if (password.length > 64) return '密码最多 64 位';
  if (CLASSES.filter((kind) => kind.test(password)).length < 3)
    return '密码要包含大写字母、小写字母、数字、符号中的三种';
  const lower = password.toLowerCase();
  if (forbidden.some((part) => part.length >= 6 && lower.includes(part.toLowerCase())))
    return '密码里不要包含身份证号或手机号';
  if (isCommon(password)) return '这个密码太常见，请换一个';
  return undefined;
}

export const NewPassword = z
  .string({ error: '请填写密码' })
  .min(1, '请填写密码')
  .check((ctx) => {
    const fault = passwordFault(ctx.value);
    if (fault) ctx.issues.push({ code: 'custom', message: fault, input: ctx.value });
  });
