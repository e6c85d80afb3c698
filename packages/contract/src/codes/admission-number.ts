import { z } from 'zod';

export interface AdmissionNumberParts {
  /** 2 prefecture + 2 county digits of the exam district. */
  prefix: string;
  /** Four-digit year of the session. */
  year: number;
  /** Month the session is held in: April is half 1, October half 2. */
  month: 4 | 10;
  serial: number;
}

export const MAX_SERIAL = 99_999;

/** `271`: two digits of the year and the half, April 1 or October 2. Serials count within it. */
export function halfOf(year: number, month: 4 | 10): string {
  return String(year % 100).padStart(2, '0') + (month === 4 ? '1' : '2');
}

/** 12 digits: prefecture 2, county 2, year 2, half 1, serial 5; e.g. 010122100004 (product rule, section 13). */
export function formatAdmissionNumber({ prefix, year, month, serial }: AdmissionNumberParts): string {
  if (!/^\d{4}$/.test(prefix)) throw new RangeError(`prefix of four digits expected, got ${prefix}`);
  if (!Number.isInteger(serial) || serial < 1 || serial > MAX_SERIAL)
    throw new RangeError(`serial 1-${MAX_SERIAL} expected, got ${serial}`);
  return prefix + halfOf(year, month) + String(serial).padStart(5, '0');
}

export const AdmissionNumber = z.string().regex(/^\d{12}$/, '准考证号应为 12 位数字');
