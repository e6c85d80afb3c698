import { entry, facts, record, type Vectors } from './facts.ts';

const { plan: _, ...withoutPlan } = facts();
const diploma = (more: object) => ({
  answers: { basis: 'diploma', course: '00037', oldCourse: '美学', ...more },
});
const passed = (more: object) => ({
  answers: { basis: 'passed', course: '15043', oldCode: '15043', oldCourse: '中国近现代史纲要', ...more },
});

export const exemption: Vectors = {
  'exemption.frozen': {
    passes: {},
    fails: { facts: { standing: { state: 'frozen', detail: '考籍已转出' } } },
  },
  // Facts without a plan, not with an undefined one.
  'exemption.hasPlan': { passes: {}, fails: { facts: withoutPlan } },
  'exemption.inPlan': { passes: { answers: { course: '00037' } }, fails: { answers: { course: '03708' } } },
  'exemption.notYet': {
    passes: { answers: { course: '00037' } },
    fails: { answers: { course: '00037' }, facts: { record: record(entry('00037')) } },
  },
  // The table of equivalences names 00019, a practice part.
  'exemption.noPractice': {
    passes: { answers: { course: '00019' } },
    fails: { answers: { course: '02334' } },
  },
  'exemption.certificate': {
    passes: { answers: { basis: 'certificate', certificate: 'NCRE1', course: '00019' } },
    fails: { answers: { basis: 'certificate', certificate: 'NCRE1', course: '13000' } },
  },
  'exemption.sameName': {
    passes: diploma({ oldCourse: ' 美 学' }),
    fails: diploma({ oldCourse: '美学原理' }),
  },
  'exemption.sameCode': { passes: passed({ oldCode: '03708' }), fails: passed({ oldCode: '03709' }) },
  // 03708 has 2 credits and stands for 15043, which has 3.
  'exemption.credits': {
    passes: passed({ oldCode: '03708', oldCredits: '2' }),
    fails: passed({ oldCredits: '2' }),
  },
  'exemption.passed': { passes: diploma({ oldScore: '60' }), fails: diploma({ oldScore: '59' }) },
  'exemption.inThePast': {
    passes: { answers: { issuedOn: '2027-03-05' } },
    fails: { answers: { issuedOn: '2027-03-06' } },
  },
  'exemption.degree': { passes: { answers: { course: '00037' } }, fails: { answers: { course: '13000' } } },
};
