import { z } from 'zod';
import { provinceName } from '../../codes/provinces.ts';
import { code, field } from '../../forms/fields.ts';
import { form } from '../../forms/form.ts';
import {
  courseCode,
  day,
  district,
  foreignScore,
  moveReason,
  otherReason,
  personGroup,
  proof,
  province,
  text,
} from '../fields.ts';
import { kind } from '../kind.ts';

const MAX_COURSES = 30;
const columns = {
  code: {
    label: '课程代码',
    input: 'text',
    inputMode: 'numeric',
    maxLength: 6,
    schema: courseCode('课程代码'),
  },
  name: { label: '课程名称', input: 'text', maxLength: 40, schema: text('课程名称', 40).schema },
  score: { label: '成绩', input: 'text', maxLength: 5, schema: foreignScore('成绩') },
  date: { label: '合格时间', input: 'date', schema: day('合格时间') },
} as const;

/** 转入申请: guide, section 7. The forms are from 转考 practice (domain 7): the official Qinghai form was not found. */
export const transferIn = kind({
  key: 'transferIn',
  title: '转入申请',
  window: 'transferIn',
  version: '1',
  requirements: [
    '先在原省（转出地）办理转出，再在本省申请转入。',
    '申请转入前，应已在本省建立考籍，并至少有一门课程考试合格。',
    '转入后按本省的开考计划参加考试。毕业前，专科须在本省考试合格五门以上，本科须在本省考试合格四门以上。',
    '免考课程，以及理论部分没有合格的实践课程成绩，不能转入。',
    '停考期间不能办理转入。',
  ],
  process: [
    '网上提交申请-->携带本人身份证原件到考区现场审核-->考区审核-->省考办通过转考平台核对电子档案并审核-->网上查看审核结果。',
  ],
  form: form({
    name: 'transferIn',
    title: '转入申请',
    steps: [
      {
        key: 'notice',
        title: '转入要求及流程',
        kind: 'notice',
        text: 'transferIn',
        tick: '我已阅读并知晓转入相关要求及流程',
        next: '下一步',
      },
      {
        key: 'form',
        title: '填写转入申请',
        kind: 'fields',
        next: '下一步',
        groups: [
          personGroup,
          {
            title: '转出地考籍',
            fields: {
              province: province('转出省份'),
              oldNumber: text('转出地准考证号', 20),
              oldMajor: text('原专业', 40),
            },
          },
          {
            title: '已合格课程',
            fields: {
              courses: field({
                input: 'rows',
                columns,
                max: MAX_COURSES,
                label: '转入课程',
                hint: '请按转出地合格证明逐门填写',
                schema: z
                  .array(z.strictObject(z.object(schemasOf(columns)).shape), { error: '请填写转入课程' })
                  .min(1, '请至少填写一门转入课程')
                  .max(MAX_COURSES, `转入课程最多 ${MAX_COURSES} 门`),
              }),
            },
          },
          {
            title: '转入信息',
            fields: {
              major: field({
                input: 'select',
                options: 'major',
                label: '转入专业',
                schema: code('转入专业'),
                half: true,
              }),
              district,
              reason: moveReason,
              otherReason,
              proof: proof('转出地合格证明或在籍证明，以及准考证'),
            },
          },
        ],
      },
      { key: 'preview', title: '确认申请信息', kind: 'preview', next: '提交审核' },
    ],
  }),
  stages: ['district', 'province'],
  onSite: { at: 'district', papers: ['本人身份证原件', '转出地准考证和合格证明'] },
  approved: '转入的课程已记入考籍，可在“查询 - 合格成绩”查看。以后请按本省开考计划报考。',
  ticketAsProof: true,
  summary: ({ province: from, courses }) =>
    `由${provinceName(from)}转入 ${Array.isArray(courses) ? courses.length : 0} 门课程`,
  papers: [],
});

function schemasOf<C extends Record<string, { schema: z.ZodType }>>(of: C) {
  return Object.fromEntries(Object.entries(of).map(([key, { schema }]) => [key, schema])) as {
    [K in keyof C]: C[K]['schema'];
  };
}
