import { z } from 'zod';
import { type Answers, code, field } from '../../forms/fields.ts';
import { form } from '../../forms/form.ts';
import {
  courseCode,
  courseName,
  day,
  district,
  foreignScore,
  personGroup,
  proof,
  province,
  text,
} from '../fields.ts';
import { kind } from '../kind.ts';

const BASES = [
  { value: 'diploma', label: '学历（已取得国家承认的专科以上学历，或肄业、退学）' },
  { value: 'certificate', label: '证书（计算机等级、英语等级等）' },
  { value: 'passed', label: '自学考试合格课程（其他专业或已取得的自考毕业）' },
] as const;

const when =
  (...bases: string[]) =>
  (answers: Answers) =>
    bases.includes(String(answers.basis));

const credits = field({
  input: 'text',
  label: '原课程学分',
  inputMode: 'numeric',
  maxLength: 4,
  half: true,
  schema: z
    .string({ error: '请填写原课程学分' })
    .trim()
    .regex(/^\d{1,2}(\.\d)?$/, '学分是数字，如 4 或 2.5'),
});

/** 免考申请: guide, section 9; bases and papers from domain 6. */
export const exemption = kind({
  key: 'exemption',
  title: '免考申请',
  window: 'exemption',
  version: '1',
  requirements: [
    '只能申请本专业开考计划内的课程，课程名称、代码以开考计划为准。',
    '以学历申请的：原课程与所免课程名称相同、成绩合格，原课程学分不低于所免课程学分。请准备毕业证书或肄业、退学证明，加盖人事档案部门红章的成绩单复印件，以及《教育部学历证书电子注册备案表》。',
    '以证书申请的：证书与课程的对应以省考办公布的为准。请准备证书原件。',
    '以自学考试合格课程申请的：课程代码、名称应相同。请准备合格证书或毕业证书。',
    '英语课程免考后是否影响申请学位，请先向主考院校咨询。',
    '免考经省考办审核通过并记入考籍后才有效。',
  ],
  process: ['网上提交申请-->携带原件到考区现场审核-->考区初审-->省考办复审-->网上查看审核结果。'],
  form: form({
    name: 'exemption',
    title: '免考申请',
    steps: [
      {
        key: 'notice',
        title: '免考要求及流程',
        kind: 'notice',
        text: 'exemption',
        tick: '我已阅读并知晓免考相关要求及流程',
        next: '下一步',
      },
      {
        key: 'form',
        title: '填写免考申请',
        kind: 'fields',
        next: '下一步',
        groups: [
          personGroup,
          {
            title: '申请免考的课程',
            fields: {
              course: field({
                input: 'select',
                options: 'planCourse',
                label: '免考课程',
                schema: code('免考课程'),
                hint: '本专业开考计划内的课程',
              }),
            },
          },
          {
            title: '免考依据',
            fields: {
              basis: field({
                input: 'radio',
                options: BASES,
                label: '免考依据',
                schema: z.enum(['diploma', 'certificate', 'passed'], { error: '请选择免考依据' }),
              }),
              school: { ...text('毕业（就读）学校', 60), show: when('diploma') },
              oldMajor: { ...text('原专业', 40), show: when('diploma', 'passed') },
              level: field({
                input: 'select',
                options: [
                  { value: 'junior', label: '专科' },
                  { value: 'bachelor', label: '本科' },
                  { value: 'master', label: '研究生' },
                ],
                label: '学历层次',
                schema: z.enum(['junior', 'bachelor', 'master'], { error: '请选择学历层次' }),
                half: true,
                show: when('diploma'),
              }),
              diplomaNumber: {
                ...text('毕业（肄业、退学）证书编号', 40),
                show: when('diploma'),
              },
              graduatedOn: field({
                input: 'date',
                label: '证书日期',
                schema: day('证书日期'),
                half: true,
                show: when('diploma'),
              }),
              certificate: field({
                input: 'select',
                options: 'certificate',
                label: '证书',
                schema: z.string({ error: '请选择证书' }).min(1, '请选择证书').max(40),
                show: when('certificate'),
              }),
              certificateNumber: { ...text('证书编号', 40), show: when('certificate') },
              issuedOn: field({
                input: 'date',
                label: '发证日期',
                schema: day('发证日期'),
                half: true,
                show: when('certificate'),
              }),
              oldProvince: { ...province('原考籍所在省份'), show: when('passed') },
              oldNumber: { ...text('原准考证号', 20), show: when('passed') },
              oldCode: field({
                input: 'text',
                label: '原课程代码',
                inputMode: 'numeric',
                maxLength: 6,
                half: true,
                schema: courseCode('原课程代码'),
                show: when('passed'),
              }),
              oldCourse: { ...text('原课程名称', 40), show: when('diploma', 'passed') },
              oldScore: field({
                input: 'text',
                label: '原课程成绩',
                maxLength: 5,
                half: true,
                schema: foreignScore('原课程成绩'),
                show: when('diploma', 'passed'),
              }),
              oldCredits: { ...credits, show: when('diploma', 'passed') },
            },
          },
          {
            title: '办理',
            fields: { district, proof: proof('证书、成绩单等原件的照片或扫描件') },
          },
        ],
      },
      { key: 'preview', title: '确认申请信息', kind: 'preview', next: '提交审核' },
    ],
  }),
  stages: ['district', 'province'],
  onSite: { at: 'district', papers: ['本人身份证原件', '证书、成绩单等材料的原件和复印件'] },
  approved: '免考课程已记入考籍，可在“查询 - 合格成绩”查看。',
  ticketAsProof: true,
  summary: ({ course }, tables) => courseName(String(course ?? ''), tables),
  papers: [],
});
