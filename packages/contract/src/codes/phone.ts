import { z } from 'zod';

/** Mainland mobile number, 11 digits. Spaces, hyphens and +86 as people type them are taken away. */
export function normalisePhone(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\s-]/g, '')
    .replace(/^\+?86(?=1\d{10}$)/, '');
}

export function maskPhone(phone: string): string {
  return `${phone.slice(0, 3)}••••${phone.slice(-4)}`;
}

export const Phone = z
  .string({ error: '请填写手机号' })
  .trim()
  .min(1, '请填写手机号')
  .transform(normalisePhone)
  .refine((phone) => /^1[3-9]\d{9}$/.test(phone), '手机号应为 11 位数字，以 1 开头');
