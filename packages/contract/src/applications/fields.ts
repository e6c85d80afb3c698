import { z } from 'zod';
import type { CodeTables } from '../codes/tables.ts';
import { PROVINCES } from '../codes/provinces.ts';
import { type Answers, code, documents, field, words } from '../forms/fields.ts';
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

/** 转考 goes between provinces for these reasons. */
export const moveReason = field({
  input: 'radio',
  options: [
    { value: 'household', label: '户口迁移' },
    { value: 'work', label: '工作变动' },
    { value: 'study', label: '就学' },
    { value: 'other', label: '其他' },
  ],
  label: '转考原因',
  schema: z.enum(['household', 'work', 'study', 'other'], { error: '请选择转考原因' }),
});

export const otherReason = {
  ...sentence('原因说明'),
  show: (answers: Answers) => answers.reason === 'other',
};

export function province(label: string) {
  const values = PROVINCES.map(({ value }) => value) as [string, ...string[]];
  return field({
    input: 'select',
    options: PROVINCES,
    label,
    schema: z.enum(values, { error: `请选择${label}` }),
    half: true,
  });
}

export function text(label: string, max: number, more: { hint?: string } = {}) {
  return field({
    input: 'text',
    label,
    schema: words(label, { max }),
    maxLength: max,
    half: true,
    ...more,
  });
}

/** A score as another office writes it: a number up to 100, or a grade. */
export const foreignScore = (label: string) =>
  words(label, { max: 5 }).refine(
    (score) => /^(100|\d{1,2}(\.\d)?|优秀|良好|中等|及格|合格|通过|不合格)$/.test(score),
    `${label}请填写 0 至 100 的数字，或优秀、良好、中等、及格、合格`,
  );

export const courseCode = (label: string) =>
  z
    .string({ error: `请填写${label}` })
    .trim()
    .regex(/^\d{4,6}$/, `${label}是 4 至 6 位数字`);

/** 00015 英语（二）; the course's table is there whatever the form asks for. */
export const courseName = (of: string, tables: CodeTables): string =>
  `${of} ${tables.course?.find((entry) => entry.code === of)?.name ?? ''}`.trim();
