import { z } from 'zod';
import { provinceName } from '../../codes/provinces.ts';
import { field } from '../../forms/fields.ts';
import { form } from '../../forms/form.ts';
import { district, moveReason, otherReason, personGroup, proof, province, text } from '../fields.ts';
import { kind } from '../kind.ts';

/** 转出申请: guide, section 8; conditions and the 登记表 from domain 7. */
export const transferOut = kind({
  key: 'transferOut',
  title: '转出申请',
  window: 'transferOut',
  version: '1',
  requirements: [
    '申请转出前，应已在转入省份建立考籍，并至少有一门课程考试合格。',
    '停考期间或延迟毕业期间不能办理转出。',
    '本专业课程已全部合格的，应在本省办理毕业，不能转出。',
    '免考课程，以及理论部分没有合格的实践课程成绩，不能转出。',
    '每次只能转往一个省份。转出后考籍冻结，不能再在本省报考；转入地没有接收的，请携带转考登记表到省考办办理考籍恢复。',
  ],
  process: [
    '网上提交申请-->考区审核-->携带本人身份证原件和转入地准考证到省考办核对电子档案并在转出登记表上签字-->省考办上传转考平台-->网上查看审核结果。',
  ],
  form: form({
    name: 'transferOut',
    title: '转出申请',
    steps: [
      {
        key: 'notice',
        title: '转出要求及流程',
        kind: 'notice',
        text: 'transferOut',
        tick: '我已阅读并知晓转出申请相关要求及流程',
        next: '下一步',
      },
      {
        key: 'form',
        title: '填写转出申请',
        kind: 'fields',
        next: '下一步',
        groups: [
          personGroup,
          {
            title: '转入地考籍',
            fields: {
              province: province('转入省份'),
              targetNumber: text('转入地准考证号', 20),
              targetMajor: text('转入专业', 40),
            },
          },
          {
            title: '转出信息',
            fields: {
              courses: field({
                input: 'checks',
                options: 'recordCourse',
                label: '转出课程',
                hint: '考籍中的合格课程，不能转出的写明了原因',
                schema: z
                  .array(z.string().max(10), { error: '请选择转出课程' })
                  .min(1, '请至少选择一门转出课程')
                  .max(40)
                  .refine((list) => new Set(list).size === list.length, '每门课程只选一次'),
              }),
              district,
              reason: moveReason,
              otherReason,
              proof: proof('转入地准考证或在籍证明'),
            },
          },
        ],
      },
      { key: 'preview', title: '确认申请信息', kind: 'preview', next: '提交审核' },
    ],
  }),
  stages: ['district', 'province'],
  onSite: { at: 'province', papers: ['本人身份证原件', '转入地准考证'] },
  approved: '考籍已转出冻结，不能再在本省报考。转入地没有接收的，请携带转考登记表到省考办办理考籍恢复。',
  ticketAsProof: true,
  summary: ({ province: to, courses }) =>
    `转往${provinceName(to)}，${Array.isArray(courses) ? courses.length : 0} 门课程`,
  papers: [
    {
      key: 'register',
      title: '高等教育自学考试转考（转出）登记表',
      when: ['pending', 'province', 'approved'],
      foot: [
        '本人已核对以上课程和成绩，确认无误。',
        '考生签名：　　　　　　　　　日期：　　　　年　　月　　日',
        '省考办经办人：　　　　　　　（盖章）　　　　年　　月　　日',
      ],
    },
  ],
});
