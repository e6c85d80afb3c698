import { entry, record, type Vectors } from './facts.ts';

const all = ['13000', '15043', '00037', '02333', '02334'];

export const transferOut: Vectors = {
  'transferOut.frozen': {
    passes: {},
    fails: { facts: { standing: { state: 'frozen', detail: '考籍已转出' } } },
  },
  'transferOut.penalised': {
    passes: {},
    fails: { facts: { standing: { state: 'delayed', detail: '延迟毕业。' } } },
  },
  'transferOut.merged': {
    passes: {},
    fails: { facts: { numbers: ['010119100231', '010120200058'] } },
  },
  'transferOut.something': {
    passes: {},
    fails: { facts: { record: record(entry('03708', { kind: 'exempted', score: null })) } },
  },
  'transferOut.unfinished': {
    passes: { facts: { record: record(...all.slice(1).map((code) => entry(code))) } },
    fails: { facts: { record: record(...all.map((code) => entry(code))) } },
  },
  'transferOut.otherProvince': {
    passes: { answers: { province: '620000' } },
    fails: { answers: { province: '630000' } },
  },
  'transferOut.theirNumber': {
    passes: { answers: { targetNumber: '620121200017' } },
    fails: { answers: { targetNumber: ' 010121200017 ' } },
  },
  'transferOut.exempted': {
    passes: { answers: { courses: ['03708'] } },
    fails: {
      answers: { courses: ['03708'] },
      facts: { record: record(entry('03708', { kind: 'exempted', score: null })) },
    },
  },
  'transferOut.theory': {
    passes: {
      answers: { courses: ['02334'] },
      facts: { record: record(entry('02334', { kind: 'practice' }), entry('02333')) },
    },
    fails: {
      answers: { courses: ['02334'] },
      facts: { record: record(entry('02334', { kind: 'practice' })) },
    },
  },
};
