import { z } from 'zod';
import { sexOf } from '../../codes/id-number.ts';
import { PersonName } from '../../codes/name.ts';
import { code, field, type Answers } from '../../forms/fields.ts';
import { form } from '../../forms/form.ts';
import { district, person, photo, proof, sentence } from '../fields.ts';
import { kind } from '../kind.ts';

const WHAT = [
  { value: 'name', label: '姓名' },
  { value: 'sex', label: '性别' },
] as const;

const changes = (what: string) => (answers: Answers) =>
  Array.isArray(answers.what) && answers.what.includes(what);

/** The 17th digit says otherwise: then there must be a reason. */
const againstId = (answers: Answers) =>
  changes('sex')(answers) &&
  typeof answers.idNumber === 'string' &&
  answers.idNumber.length === 18 &&
  (answers.sex === '1' || answers.sex === '2') &&
  answers.sex !== sexOf(answers.idNumber);

/** 变更申请（关键信息变更）: guide, section 6. */
export const change = kind({
  key: 'change',
  title: '变更申请',
  window: 'change',
  version: '1',
  requirements: [
    '考生姓名、性别为报名信息，不得随意修改。',
    '性别有误的考生，可在报名时间提交变更申请，并由本人携带申请表、本人身份证原件，前往考区现场办理。',
    '毕业前考生姓名变更的，可在报名时间提交变更申请，并由本人携带申请表、本人身份证原件及公安户籍证明材料或证明用名的户口本原件，前往考区现场办理。',
  ],
  process: ['考生网上提交申请-->携带相应材料前往考区现场审核-->窗口办单-->考生网上查看审核结果。'],
  form: form({
    name: 'change',
    title: '变更申请',
    steps: [
      {
        key: 'form',
        title: '填写变更信息',
        kind: 'fields',
        next: '下一步',
        groups: [
          { title: '基础信息', original: true, fields: { ...person, photo } },
          {
            title: '变更信息',
            fields: {
              what: field({
                input: 'checks',
                options: WHAT,
                label: '请选择你需要变更的信息类型',
                schema: z
                  .array(z.enum(['name', 'sex']), { error: '请选择你需要变更的信息类型' })
                  .min(1, '请选择你需要变更的信息类型')
                  .refine((list) => new Set(list).size === list.length, '每种信息类型只选一次'),
              }),
              name: field({
                input: 'text',
                label: '姓名',
                schema: PersonName,
                hint: '请填写变更后的姓名，与身份证一致，间隔号请用“·”',
                maxLength: 60,
                show: changes('name'),
              }),
              sex: field({
                input: 'radio',
                options: 'sex',
                label: '性别',
                schema: code('性别'),
                show: changes('sex'),
              }),
              sexReason: {
                ...sentence('与身份证号码不一致的原因'),
                hint: '身份证号码第 17 位，男为单数，女为双数；与所选性别不一致时，请说明原因',
                show: againstId,
              },
              district,
              proof: proof('身份证，变更姓名的还有公安户籍证明材料或证明用名的户口本'),
            },
          },
        ],
      },
      { key: 'preview', title: '变更信息确认', kind: 'preview', next: '提交审核' },
    ],
  }),
  stages: ['district'],
  onSite: {
    at: 'district',
    papers: ['申请表', '本人身份证原件', '变更姓名的：公安户籍证明材料或证明用名的户口本原件'],
  },
  approved: '变更后的信息已记入档案，请核对首页和账号页显示的姓名、性别。',
  listed: '变更内容',
  summary: ({ what }) =>
    WHAT.filter(({ value }) => Array.isArray(what) && what.includes(value))
      .map(({ label }) => label)
      .join('、'),
  papers: [
    {
      key: 'form',
      title: '{{province}}高等教育自学考试网上报名关键信息变更申请表',
      when: ['pending', 'rejected', 'approved'],
      foot: ['本人承诺以上内容真实。', '考生签名：　　　　　　　　　日期：　　　　年　　月　　日'],
    },
  ],
});
