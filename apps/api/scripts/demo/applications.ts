import { apply, draftApplication } from './apply.ts';
import { publishLastScores } from './last-scores.ts';
import { XINING } from './people.ts';
import type { Part } from './play.ts';

const APPROVE = { decision: 'approve' } as const;

const newName = (name: string) => ({
  kind: 'change',
  answers: { what: ['name'], name, district: XINING },
  papers: ['户口本（曾用名页）'],
});

const transfer = {
  kind: 'transferIn',
  answers: {
    province: '620000',
    oldNumber: '620119100342',
    oldMajor: '汉语言文学',
    courses: [
      { code: '00541', name: '语言学概论', score: '78', date: '2021-10-23' },
      { code: '00538', name: '中国古代文学史（一）', score: '66', date: '2022-04-16' },
    ],
    major: '050101',
    district: XINING,
    reason: 'household',
  },
  papers: ['转出地合格证明', '转出地准考证'],
};

const english = {
  kind: 'exemption',
  answers: {
    course: '13000',
    basis: 'certificate',
    certificate: 'PETS3',
    certificateNumber: 'PETS3-2024-600017',
    issuedOn: '2024-06-12',
    district: XINING,
  },
  papers: ['全国英语等级考试三级证书'],
};

/** How applications come to stand where they are shown, by the same calls the pages make. */
export const APPLICATIONS = {
  async changePending({ stage, caller }: Part) {
    await apply(stage, caller, newName('尕藏·才旦'));
  },
  async changeRejected({ stage, caller, officer }: Part) {
    const id = await apply(stage, caller, newName('杨春雁'));
    await officer.decide('change', id, {
      decision: 'reject',
      reasons: [
        { field: 'name', text: '变更后的姓名与所交证件不一致，请核对后重新填写。' },
        { field: 'proof', text: '户口本只拍了一页，请补充曾用名所在的一页。' },
      ],
    });
  },
  async changeDone({ stage, caller, officer }: Part) {
    const id = await apply(stage, caller, newName('马钰兰'));
    await officer.meet('change', id);
    await officer.decide('change', id, APPROVE);
  },
  async transferring({ stage, caller, officer, province }: Part) {
    const courses = await apply(stage, caller, transfer);
    await officer.meet('transferIn', courses);
    await officer.decide('transferIn', courses, APPROVE);
    await province.decide('transferIn', courses, APPROVE);
    const exempted = await apply(stage, caller, english);
    await officer.meet('exemption', exempted);
    await officer.decide('exemption', exempted, APPROVE);
  },
  async leaving({ stage, caller, officer }: Part) {
    const id = await apply(stage, caller, {
      kind: 'transferOut',
      answers: {
        province: '510000',
        targetNumber: '510124200178',
        targetMajor: '汉语言文学',
        courses: ['03709', '00037'],
        district: XINING,
        reason: 'work',
      },
      papers: ['转入地准考证'],
    });
    await officer.decide('transferOut', id, APPROVE);
  },
  async rechecking({ stage, caller, id }: Part) {
    await publishLastScores(stage, id);
    await apply(stage, caller, {
      kind: 'recheck',
      answers: { courses: [{ value: '03708', note: '与估计的分数相差较大' }], district: XINING },
    });
    await draftApplication(stage, caller, {
      kind: 'exemption',
      answers: { course: '13013', basis: 'certificate', district: XINING },
    });
  },
};
