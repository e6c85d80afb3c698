import { z } from 'zod';
import { checkedOf } from '../../forms/codes.ts';
import { field, words } from '../../forms/fields.ts';
import { form } from '../../forms/form.ts';
import { courseName, district, personGroup, proof } from '../fields.ts';
import { kind } from '../kind.ts';

const MAX = 8;
const REASON = 100;

/** What a recheck comes to (domain 8): missed marking, sums, transfer of the score, whose paper it is. */
export const RECHECK_RESULTS = [
  { value: 'unchanged', label: '无误' },
  { value: 'missed', label: '漏评' },
  { value: 'sum', label: '合分有误' },
  { value: 'entry', label: '登分有误' },
  { value: 'otherPaper', label: '非本人答卷' },
  { value: 'refused', label: '不予受理' },
] as const;
export type RecheckResult = (typeof RECHECK_RESULTS)[number]['value'];
const RESULTS = RECHECK_RESULTS.map(({ value }) => value) as [RecheckResult, ...RecheckResult[]];

/** Results after which there is another score than before. */
export const CORRECTING: readonly RecheckResult[] = ['missed', 'sum', 'entry', 'otherPaper'];

const columns = {
  value: { label: '课程', input: 'text', schema: z.string().max(10) },
  result: {
    label: '复核结果',
    input: 'select',
    options: RECHECK_RESULTS,
    schema: z.enum(RESULTS, { error: '请选择复核结果' }),
  },
  score: {
    label: '更正后的成绩',
    input: 'text',
    inputMode: 'decimal',
    maxLength: 5,
    optional: true,
    schema: z.string().max(5),
  },
  note: { label: '说明', input: 'text', maxLength: 100, optional: true, schema: z.string().max(100) },
} as const;

const line = z
  .strictObject({
    value: z.string().max(10),
    result: z.enum(RESULTS, { error: '请选择每门课程的复核结果' }),
    score: z
      .string()
      .trim()
      .regex(/^((100|\d{1,2})(\.\d)?)?$/, '更正后的成绩是 0 至 100 的数字')
      .optional(),
    note: z.string().trim().max(100, '说明最多 100 个字').optional(),
  })
  .refine(({ result, score }) => CORRECTING.includes(result) === Boolean(score), {
    error: '有更正的请填写更正后的成绩，没有更正的请留空',
    path: ['score'],
  });

/** 成绩复核: guide, section 10; scope and results from domain 8. */
export const recheck = kind({
  key: 'recheck',
  title: '成绩复核',
  window: 'recheck',
  session: 'scored',
  version: '1',
  requirements: [
    '只受理本考次已公布的成绩，每门课程每个考次只能申请一次，每门都要写明原因。',
    '复核范围：是否漏评，各小题得分相加和登记是否有误，是否本人答卷。不复核评分宽严，不查看答卷。',
    '请考生在成绩公布后第3个工作日(工作时间)前到报考考区领取并填写《{{province}}高等教育自学考试成绩复核申请表》，经考区确认盖章后上传系统，等待复核结果。',
    '考生未按规定方式或不在规定时间内提出的申请均不予受理。',
  ],
  process: [
    '网上提交申请-->到考区领取并填写申请表-->考区确认盖章后上传-->省考办复核-->网上查看复核结果-->到考区领取成绩复核告知单。',
  ],
  form: form({
    name: 'recheck',
    title: '成绩复核',
    steps: [
      {
        key: 'form',
        title: '填写复核课程及原因',
        kind: 'fields',
        next: '下一步',
        groups: [
          personGroup,
          {
            title: '复核课程',
            fields: {
              courses: field({
                input: 'checks',
                options: 'score',
                note: { label: '复核原因', maxLength: REASON },
                label: '复核成绩及原因',
                hint: '请选择要复核的课程，并写明原因',
                schema: z
                  .array(
                    z.strictObject({
                      value: z.string().max(10),
                      note: words('复核原因', { min: 4, max: REASON }),
                    }),
                    { error: '请选择要复核的课程' },
                  )
                  .min(1, '请选择要复核的课程')
                  .max(MAX, `一次最多 ${MAX} 门`)
                  .refine(
                    (list) => new Set(list.map(({ value }) => value)).size === list.length,
                    '每门课程只选一次',
                  ),
              }),
              district: { ...district, label: '报考考区', hint: '到这里领取申请表和告知单' },
            },
          },
        ],
      },
      { key: 'preview', title: '确认申请信息', kind: 'preview', next: '提交审核' },
    ],
  }),
  stages: ['district', 'province'],
  holds: ({ courses }) => checkedOf(courses),
  approved: '复核结果可在申请详情查看。请到报考考区领取成绩复核告知单。',
  afterwards:
    '请在成绩公布后第3个工作日(工作时间)前到报考考区领取并填写《成绩复核申请表》（也可以在这里打印），经考区确认盖章后由考区上传。没有按时办理的不予受理。',
  summary: ({ courses }, tables) =>
    checkedOf(courses)
      .map((one) => courseName(one, tables))
      .join('、'),
  decision: {
    district: form({
      name: 'recheckForm',
      title: '确认申请表',
      steps: [
        {
          key: 'form',
          title: '确认申请表',
          kind: 'fields',
          next: '确认',
          groups: [
            {
              title: '盖章的申请表',
              fields: {
                stampedForm: proof('考区盖章后的《成绩复核申请表》', { label: '盖章的申请表', max: 3 }),
              },
            },
          ],
        },
      ],
    }),
    province: form({
      name: 'recheckResult',
      title: '复核结果',
      steps: [
        {
          key: 'form',
          title: '复核结果',
          kind: 'fields',
          next: '确认',
          groups: [
            {
              title: '复核结果',
              fields: {
                results: field({
                  input: 'rows',
                  each: 'courses',
                  columns,
                  max: MAX,
                  label: '复核结果',
                  schema: z
                    .array(line, { error: '请填写每门课程的复核结果' })
                    .min(1, '请填写每门课程的复核结果'),
                }),
              },
            },
          ],
        },
      ],
    }),
  },
  states: { approved: '复核完成' },
  papers: [
    {
      key: 'form',
      title: '{{province}}高等教育自学考试成绩复核申请表',
      when: ['pending', 'rejected'],
      foot: [
        '考生签名：　　　　　　　　　日期：　　　　年　　月　　日',
        '考区意见：　　　　　　　　　（盖章）　　　　年　　月　　日',
      ],
    },
    {
      key: 'letter',
      title: '{{province}}高等教育自学考试成绩复核告知单',
      when: ['approved', 'collected'],
      foot: ['以上为复核结果，特此告知。', '领取人签名：　　　　　　　　日期：　　　　年　　月　　日'],
    },
  ],
  collect: true,
});
