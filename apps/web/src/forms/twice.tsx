import { z } from 'zod';

/** Adds `again`: the new password typed a second time. */
export function twice(body: z.ZodObject) {
  return body
    .extend({ again: z.string({ error: '请再填写一次新密码' }).min(1, '请再填写一次新密码') })
    .refine(({ password, again }) => !again || password === again, {
      path: ['again'],
      error: '两次填写的新密码不一样',
      // Also while other fields are wrong: everything to mend is said at once.
      when: () => true,
    });
}

export const PASSWORD_HINT =
  '至少 8 位，包含大写字母、小写字母、数字、符号中的三种，不要包含身份证号或手机号';
