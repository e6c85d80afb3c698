import type { KINDS } from '@zikao/contract/applications/kinds/index';
import type { Answers } from '@zikao/contract/forms/fields';
import { FAILED, PASSED } from './history.ts';
import { MAJOR, XINING } from './standing.ts';

/** What a person types into each kind; `files` are so many papers. */
export const SAMPLES: Record<keyof typeof KINDS, Answers> = {
  change: { what: ['name'], name: '才让·卓玛', district: XINING, proof: ['户口本'] },
  transferIn: {
    province: '620000',
    oldNumber: '620121200017',
    oldMajor: '汉语言文学',
    courses: [
      { code: '00541', name: '语言学概论', score: '75', date: '2024-10-26' },
      { code: '00538', name: '中国古代文学史（一）', score: '良好', date: '2025-04-12' },
    ],
    major: MAJOR,
    district: XINING,
    reason: 'other',
    otherReason: '随军家属，随迁到本省居住',
    proof: ['合格证明', '准考证'],
  },
  exemption: {
    course: '13000',
    basis: 'certificate',
    certificate: 'PETS3',
    certificateNumber: 'PETS3-2025-000123',
    issuedOn: '2025-05-20',
    district: XINING,
    proof: ['证书'],
  },
  recheck: { courses: [{ value: FAILED, note: '与估计的分数相差较大' }], district: XINING },
  transferOut: {
    province: '510000',
    targetNumber: '510121200017',
    targetMajor: '汉语言文学',
    courses: [PASSED[0]],
    district: XINING,
    reason: 'work',
    proof: ['转入地准考证'],
  },
};
