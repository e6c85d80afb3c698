import { z } from 'zod';

/** Han characters of every plane, the middle dot of Tibetan, Uyghur and Kazakh names, and Latin names of foreigners. */
const NAME = /^(?:[\p{Script=Han}〇]+(?:·[\p{Script=Han}〇]+)*|[A-Za-z]+\.?(?:[ '-][A-Za-z]+\.?)*)$/u;

/** The dots people type (• ・ ． .) between Han characters become the one of the ID card. */
export function normaliseName(typed: string): string {
  const name = typed.trim().replace(/\s+/g, ' ');
  return /\p{Script=Han}/u.test(name) ? name.replace(/\s*[•・‧∙⋅．.·]\s*/g, '·').replace(/ /g, '') : name;
}

/** 王＊＊: the first character, and how many follow. */
export function maskName(name: string): string {
  const [first = '', ...rest] = name;
  return first + '＊'.repeat(Math.min(rest.length, 5));
}

/** 2 to 40 characters, as on the ID card. */
export const PersonName = z
  .string({ error: '请填写姓名' })
  .trim()
  .min(1, '请填写姓名')
  .transform(normaliseName)
  .refine((name) => [...name].length >= 2, '姓名至少两个字，请按身份证填写')
  .refine((name) => [...name].length <= 40, '姓名最多 40 个字')
  .refine((name) => NAME.test(name), '姓名请按身份证填写，只能有汉字和间隔号“·”，或英文字母');
