import { score, type Vectors } from './facts.ts';

const asks = (...codes: string[]) => ({
  courses: codes.map((value) => ({ value, note: '与估计的分数相差较大' })),
});

export const recheck: Vectors = {
  'recheck.someScore': { passes: {}, fails: { facts: { scores: [] } } },
  'recheck.published': { passes: { answers: asks('00037') }, fails: { answers: asks('00037', '13000') } },
  'recheck.once': {
    passes: { answers: asks('00037'), facts: { rechecked: new Set(['13000']) } },
    fails: { answers: asks('00037'), facts: { rechecked: new Set(['00037']) } },
  },
  'recheck.scope': {
    passes: {
      answers: asks('00037'),
      facts: { scores: [score('00037', { mark: 'absent', value: '缺考' })] },
    },
    fails: {
      answers: asks('00037'),
      facts: { scores: [score('00037', { mark: 'cheating', value: '作弊' })] },
    },
  },
};
