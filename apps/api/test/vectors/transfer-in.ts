import { entry, record, type Vectors } from './facts.ts';

const line = (code: string, more: Record<string, string> = {}) => ({
  code,
  name: '某课程',
  score: '75',
  date: '2025-10-20',
  ...more,
});
const of = (...courses: object[]) => ({ answers: { courses } });

export const transferIn: Vectors = {
  'transferIn.frozen': {
    passes: {},
    fails: { facts: { standing: { state: 'frozen', detail: '考籍已转出' } } },
  },
  'transferIn.suspended': {
    passes: { facts: { standing: { state: 'delayed', detail: '延迟毕业' } } },
    fails: { facts: { standing: { state: 'suspended', detail: '停考期间不能报考。' } } },
  },
  'transferIn.passedHere': {
    passes: { facts: { record: record(entry('03708')) } },
    fails: { facts: { record: record(entry('03708', { kind: 'exempted', score: null })) } },
  },
  'transferIn.otherProvince': {
    passes: { answers: { province: '620000' } },
    fails: { answers: { province: '630000' } },
  },
  'transferIn.openMajor': {
    passes: {
      answers: { major: '040107' },
      facts: { record: record(entry('03708', { major: '040107' })) },
    },
    fails: { answers: { major: '040107' } },
  },
  'transferIn.once': { passes: of(line('00541'), line('00540')), fails: of(line('00541'), line('00541')) },
  'transferIn.passed': {
    passes: of(line('00541', { score: '60' }), line('00540', { score: '良好' })),
    fails: of(line('00541', { score: '59.5' })),
  },
  'transferIn.inThePast': {
    passes: of(line('00541', { date: '2027-03-05' })),
    fails: of(line('00541', { date: '2027-03-06' })),
  },
  'transferIn.notYet': { passes: of(line('00541')), fails: of(line('03708')) },
  'transferIn.theory': { passes: of(line('02333'), line('02334')), fails: of(line('02334')) },
  'transferIn.ownPasses': {
    passes: {
      answers: { major: '080901' },
      facts: { record: record(...['1', '2', '3', '4'].map((code) => entry(code))) },
    },
    fails: {
      answers: { major: '080901' },
      facts: { record: record(...['1', '2', '3'].map((code) => entry(code))) },
    },
  },
};
