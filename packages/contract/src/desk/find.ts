import { z } from 'zod';
import { idNumberFault, normaliseIdNumber } from '../codes/id-number.ts';
import { normaliseName } from '../codes/name.ts';
import { normalisePhone } from '../codes/phone.ts';

/** What was typed into the find box of 现场, told apart by its shape. Always whole values: nothing is found by a part. */
export type DeskLookUp =
  | { by: 'idNumber'; idNumber: string }
  | { by: 'phone'; phone: string }
  | { by: 'admissionNumber'; number: string }
  | { by: 'name'; name: string };

export const LOOK_UP_NAMES: Record<DeskLookUp['by'], string> = {
  idNumber: '身份证号',
  phone: '手机号',
  admissionNumber: '准考证号',
  name: '姓名和出生日期',
};

export function readLookUp(typed: string): DeskLookUp {
  const compact = normaliseIdNumber(typed);
  if (/^\d{17}[\dX]$/.test(compact)) return { by: 'idNumber', idNumber: compact };
  if (/^\d{12}$/.test(compact)) return { by: 'admissionNumber', number: compact };
  const phone = normalisePhone(typed);
  if (/^1[3-9]\d{9}$/.test(phone)) return { by: 'phone', phone };
  return { by: 'name', name: normaliseName(typed) };
}

const TYPED = '请输入身份证号、手机号、准考证号或姓名';
/** `birthDate` only counts, and is needed, beside a name. */
export const DeskSearch = z
  .object({
    typed: z.string({ error: TYPED }).trim().min(1, TYPED).max(60),
    birthDate: z.union([z.iso.date('请填写出生日期，如 1999-05-14'), z.literal('')]).optional(),
  })
  .check((ctx) => {
    const { typed, birthDate } = ctx.value;
    const fault = faultOf(readLookUp(typed), typed, birthDate);
    if (fault) ctx.issues.push({ code: 'custom', input: ctx.value, ...fault });
  });

function faultOf(lookUp: DeskLookUp, typed: string, birthDate: string | undefined) {
  if (lookUp.by === 'idNumber') {
    const message = idNumberFault(lookUp.idNumber);
    return message ? { path: ['typed'], message } : undefined;
  }
  if (lookUp.by !== 'name') return undefined;
  if (/\d/.test(typed))
    return { path: ['typed'], message: '请输入完整的身份证号（18 位）、手机号（11 位）或准考证号（12 位）' };
  if (!birthDate) return { path: ['birthDate'], message: '按姓名查找时，请填写出生日期' };
  return undefined;
}
