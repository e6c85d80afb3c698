import { z } from 'zod';
import { code, documents, field, words } from '../forms/fields.ts';
import type { Group } from '../forms/form.ts';

const onFile = z.string().max(200);

/** What is on file of the person, filled in by the server: keys that every kind may use. */
export const person = {
  currentName: field({ input: 'fixed', label: '姓名', schema: onFile, half: true }),
  currentSex: field({ input: 'fixed', table: 'sex', label: '性别', schema: onFile, half: true }),
  idNumber: field({ input: 'fixed', label: '身份证号', schema: onFile, half: true }),
  admissionNumber: field({ input: 'fixed', label: '准考证号', schema: onFile, half: true }),
};
export const photo = field({ input: 'fixed', label: '原始照片', schema: onFile, picture: true });

/** 基础信息: who applies, shown beside what is asked for. */
export const personGroup: Group = { title: '基础信息', original: true, fields: person };

export const district = field({
  input: 'select',
  options: 'district',
  label: '办理考区',
  schema: code('办理考区'),
  hint: '由该考区审核，需要到现场时也去这里',
});

/** 证明材料: what the office must see. */
export function proof(hint: string, { label = '证明材料', max = 6 } = {}) {
  const limits = `JPG、PNG、WebP 或 PDF，每份 10 MB 以内，最多 ${max} 份`;
  return field({ input: 'files', max, label, hint: `${hint}；${limits}`, schema: documents(label, { max }) });
}

/** A day that is not in the future of the form; whether it fits the rest is a rule's affair. */
export const day = (label: string) => z.iso.date({ error: `请选择${label}` });

export function sentence(label: string, max = 200) {
  return field({ input: 'textarea', label, schema: words(label, { min: 4, max }), maxLength: max });
}
