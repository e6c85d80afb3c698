import { z } from 'zod';
import { IdNumber } from './codes/id-number.ts';
import { PersonName } from './codes/name.ts';
import { NewPassword, passwordFault } from './codes/password.ts';
import { Phone } from './codes/phone.ts';
import { Moment } from './list.ts';
import { ROLES } from './permissions.ts';

/** Proof of work before every SMS: the client finds the number, the server only checks it. */
export const Challenge = z.looseObject({}).meta({ id: 'Challenge', description: '工作量证明题目（ALTCHA）' });
export const Solution = z.string().max(4000).describe('工作量证明的解答，base64');

export const SMS_PURPOSES = [
  'registration',
  'signIn',
  'passwordReset',
  'phoneOld',
  'phoneNew',
  'secondFactor',
  /** Of an account made at the desk. */
  'firstSignIn',
  /** Read out to the officer by the person at the desk. */
  'desk',
] as const;
export type SmsPurpose = (typeof SMS_PURPOSES)[number];
export const SmsCode = z
  .string({ error: '请填写短信验证码' })
  .trim()
  .regex(/^\d{6}$/, '验证码是 6 位数字');

/** As on the receipt of the desk; small letters, spaces and hyphens do not matter. */
export const PaperCode = z
  .string({ error: '请填写回执上的首次登录码' })
  .transform((typed) => typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, ''))
  .refine((code) => /^[0-9A-HJKMNP-TV-Z]{10}$/.test(code), '首次登录码是 10 位字母和数字，请按回执填写');

export const CodeSent = z.object({
  /** Seconds until another may be asked for. */
  resendAfter: z.number().int(),
  expiresIn: z.number().int(),
  maskedPhone: z.string(),
});

export const Registration = z
  .object({
    name: PersonName,
    idNumber: IdNumber,
    phone: Phone,
    code: SmsCode,
    password: NewPassword,
    consent: z
      .string({ error: '请阅读并勾选同意个人信息处理告知' })
      .min(1, '请阅读并勾选同意个人信息处理告知')
      .describe('所同意告知的版本'),
  })
  .check((ctx) => {
    const fault = passwordFault(ctx.value.password, [ctx.value.idNumber, ctx.value.phone]);
    if (fault)
      ctx.issues.push({ code: 'custom', path: ['password'], message: fault, input: ctx.value.password });
  });

/** Entering an account made at the desk: the code on the receipt and the one on the phone. */
export const FirstSignIn = z.object({
  phone: Phone,
  paperCode: PaperCode,
  code: SmsCode,
  password: NewPassword,
  consent: z
    .string({ error: '请阅读并勾选同意个人信息处理告知' })
    .min(1, '请阅读并勾选同意个人信息处理告知')
    .describe('所同意告知的版本'),
});

/** How the province ended a session: put out of use, changed (role, district, password, dynamic password), that one ended. */
export const SessionEnd = z.enum(['deactivated', 'changed', 'signedOut']);
export type SessionEnd = z.output<typeof SessionEnd>;

/** The signed-in person. `pending`: password was right, something is still owed; nothing else is allowed. */
export const Session = z
  .object({
    role: z.enum(ROLES),
    name: z.string(),
    district: z.object({ code: z.string(), name: z.string() }).optional(),
    pending: z.enum(['sms', 'totp', 'totpSetup', 'newPassword']).optional(),
    maskedPhone: z.string().optional(),
    /** Ends then without any activity. */
    idleUntil: Moment,
    endsAt: Moment,
    /** Several admission numbers under one ID number: what to bring where (product rule 合档). */
    merge: z
      .object({
        numbers: z.array(z.object({ number: z.string(), district: z.string() })),
        papers: z.string(),
      })
      .optional(),
  })
  .meta({ id: 'Session' });
export type Session = z.output<typeof Session>;
