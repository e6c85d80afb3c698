import type { Imported } from './import-history.ts';
import type { Standing } from './people.ts';

const CHINESE = '050101';
const COMPUTING = '080901';

/** What the old archive knows of some of the people. Numbers of past half-years: none of them can be given again. */
export const HISTORIES: Partial<Record<Standing, Imported[]>> = {
  history: [
    {
      number: '010121200017',
      entries: [
        { course: '03708', score: '82', when: '2021 年 10 月', major: CHINESE },
        { course: '00037', score: '61', when: '2021 年 10 月', major: CHINESE },
        { course: '00037', score: '71', when: '2022 年 4 月', major: CHINESE },
        { course: '03709', score: '66', when: '2022 年 4 月', major: '040107' },
        { course: '00536', kind: 'exempted', when: '2022 年 5 月', origin: 'exemption' },
        {
          course: '13000',
          kind: 'exempted',
          when: '2022 年 11 月',
          origin: 'exemption',
          reversed: '所交证书经核查无效',
        },
      ],
    },
  ],
  merge: [
    { number: '010119100231', entries: [{ course: '03708', score: '64', when: '2019 年 4 月' }] },
    {
      number: '010120200058',
      entries: [
        { course: '03708', score: '75', when: '2020 年 10 月' },
        { course: '00540', score: '69', when: '2020 年 10 月' },
      ],
    },
  ],
  scored: [
    {
      number: '010124200102',
      entries: [
        { course: '02333', score: '73', when: '2024 年 10 月', major: COMPUTING },
        { course: '02334', kind: 'practice', score: '良好', when: '2025 年 6 月', origin: 'practice' },
        { course: '13013', score: '80', when: '2025 年 4 月', major: COMPUTING },
        { course: '13014', kind: 'practice', score: '不合格', when: '2025 年 6 月', origin: 'practice' },
        {
          course: '00023',
          kind: 'transferred',
          score: '64',
          when: '2023 年 10 月',
          origin: 'transferIn',
          courseName: '高等数学（工本）',
          credits: 10,
        },
      ],
    },
  ],
  frozen: [
    {
      number: '010123100077',
      entries: [
        { course: '03708', score: '77', when: '2023 年 4 月', major: CHINESE },
        { course: '00540', score: '70', when: '2023 年 10 月', major: CHINESE },
      ],
      out: '甘肃省',
    },
  ],
  transferring: [
    {
      number: '010122200044',
      entries: [
        { course: '03709', score: '70', when: '2022 年 10 月', major: CHINESE },
        { course: '00537', score: '64', when: '2023 年 4 月', major: CHINESE },
      ],
    },
  ],
  leaving: [
    {
      number: '010123200081',
      entries: [
        { course: '03709', score: '66', when: '2023 年 10 月', major: CHINESE },
        { course: '00037', score: '75', when: '2024 年 4 月', major: CHINESE },
        { course: '00536', kind: 'exempted', when: '2024 年 5 月', origin: 'exemption' },
      ],
    },
  ],
  rechecking: [
    {
      number: '010125200019',
      entries: [{ course: '13013', score: '68', when: '2025 年 10 月', major: COMPUTING }],
    },
  ],
  suspended: [
    {
      number: '010125100031',
      entries: [{ course: '03709', score: '68', when: '2025 年 10 月', major: CHINESE }],
      penalty: {
        type: '作弊',
        courses: ['00541', '00037'],
        session: '2026 年 4 月',
        from: '2026-05-20',
        to: '2028-05-19',
        delayedUntil: '2029-05-19',
        decision: '演示处字〔2026〕3 号',
      },
    },
  ],
};
