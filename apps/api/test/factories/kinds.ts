import { z } from 'zod';
import { district, personGroup, proof } from '@zikao/contract/applications/fields';
import { kind } from '@zikao/contract/applications/kind';
import { field, words } from '@zikao/contract/forms/fields';
import { form } from '@zikao/contract/forms/form';
import type { Approved, Handled } from '#modules/applications';
import type { Db } from '#platform/database';
import { limits } from '#platform/tables';

const REASONS = [
  { value: 'lost', label: '遗失' },
  { value: 'other', label: '其他' },
] as const;

/** What the sixth kind's approvals came to, in the order they took effect. */
export const TAKEN: Approved[] = [];
/** Ends the effect after it wrote. `outside`: it writes past the deciding transaction. */
export const crash: { now: boolean; outside: Db | undefined } = { now: false, outside: undefined };

/**
 * A sixth kind of application that only the tests know: 补办证明. Everything it takes is here: definition, rules, effect.
 * No route, no migration and no line of the web belongs to it.
 */
export const certificate: Handled = {
  ...kind({
    key: 'certificateCopy',
    title: '补办证明申请',
    window: 'change',
    version: '3',
    requirements: ['证明遗失的可以补办。'],
    process: ['网上申请-->考区初审-->省考办复审'],
    form: form({
      name: 'certificateCopy',
      title: '补办证明申请',
      steps: [
        {
          key: 'notice',
          title: '补办要求',
          kind: 'notice',
          text: 'certificateCopy',
          tick: '我已阅读并知晓补办要求',
          next: '下一步',
        },
        {
          key: 'form',
          title: '填写',
          kind: 'fields',
          next: '下一步',
          groups: [
            personGroup,
            {
              title: '补办',
              fields: {
                reason: field({
                  input: 'radio',
                  options: REASONS,
                  label: '原因',
                  schema: z.enum(['lost', 'other'], { error: '请选择原因' }),
                }),
                detail: field({
                  input: 'textarea',
                  label: '说明',
                  schema: words('说明', { min: 2, max: 100 }),
                  show: ({ reason }) => reason === 'other',
                }),
                district,
                proof: proof('遗失声明'),
              },
            },
          ],
        },
        { key: 'preview', title: '确认', kind: 'preview', next: '提交审核' },
      ],
    }),
    stages: ['district', 'province'],
    onSite: { at: 'district', papers: ['身份证原件'] },
    summary: ({ reason }) => (reason === 'lost' ? '遗失补办' : '其他补办'),
    approved: '请到考区领取证明。',
    decision: {
      province: form({
        name: 'copyNumber',
        title: '证明编号',
        steps: [
          {
            key: 'form',
            title: '证明编号',
            kind: 'fields',
            next: '确认',
            groups: [
              {
                title: '办理结果',
                fields: {
                  number: field({ input: 'text', label: '证明编号', schema: words('证明编号', { max: 20 }) }),
                },
              },
            ],
          },
        ],
      }),
    },
    papers: [
      { key: 'letter', title: '{{province}}补办证明告知单', when: ['approved', 'collected'], foot: [] },
    ],
    collect: true,
  }),
  rules: [
    {
      id: 'certificateCopy.record',
      sentence: '有考籍的考生才能补办。',
      as: 'gate',
      judge: (_answers, { standing }) =>
        standing.state === 'none' ? { path: '', message: '您还没有考籍，不能补办证明' } : undefined,
    },
    {
      id: 'certificateCopy.detail',
      sentence: '说明里要写清楚用途。',
      judge: ({ detail }) =>
        typeof detail === 'string' && !detail.includes('用途')
          ? { path: 'detail', message: '请写明用途' }
          : undefined,
    },
  ],
  async effect(ctx, approved) {
    await (crash.outside ?? ctx.db)
      .insert(limits)
      .values({ key: `certificate ${approved.id}`, count: 1, since: new Date() });
    if (crash.now) throw new Error('the process died');
    TAKEN.push(approved);
  },
};

export const certificateAnswers = () => ({ reason: 'lost', district: 'T1', proof: [crypto.randomUUID()] });
