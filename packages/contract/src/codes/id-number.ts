import { z } from 'zod';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK = '10X98765432';

/** The 18th character for the first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2). */
export function idCheckDigit(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(first17[i]), 0);
  return CHECK[sum % 11]!;
}

/** Spaces out, full-width digits and letters narrowed, x upper-case: what people type becomes what is stored. */
export function normaliseIdNumber(typed: string): string {
  return typed.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}

/** What is wrong with an ID number, in words; undefined when it is right. Unknown area codes are accepted. */
export function idNumberFault(id: string): string | undefined {
  if (id.length !== 18) return `身份证号应为 18 位，现在是 ${id.length} 位`;
  if (!/^\d{17}[\dX]$/.test(id)) return '身份证号前 17 位是数字，最后一位是数字或 X';
  if (!realDate(birthDateOf(id))) return '身份证号第 7–14 位应为出生日期，请核对';
  if (idCheckDigit(id.slice(0, 17)) !== id[17]) return '身份证号有误，请逐位核对';
  return undefined;
}

/** ISO date in digits 7 to 14. */
export function birthDateOf(id: string): string {
  return `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
}

/** GB/T 2261.1: `1` male, `2` female; the 17th digit is odd for men. */
export function sexOf(id: string): '1' | '2' {
  return Number(id[16]) % 2 === 1 ? '1' : '2';
}

/** First six and last four digits stay readable. */
export function maskIdNumber(id: string): string {
  return `${id.slice(0, 6)}••••••••${id.slice(-4)}`;
}

function realDate(iso: string): boolean {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

export const IdNumber = z
  .string({ error: '请填写身份证号' })
  .trim()
  .min(1, '请填写身份证号')
  .transform(normaliseIdNumber)
  .check((ctx) => {
    const fault = idNumberFault(ctx.value);
    if (fault) ctx.issues.push({ code: 'custom', message: fault, input: ctx.value });
  });
