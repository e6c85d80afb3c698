import type { Vectors } from './facts.ts';

export const change: Vectors = {
  'change.frozen': { passes: {}, fails: { facts: { standing: { state: 'frozen', detail: '考籍已转出' } } } },
  'change.sameName': {
    passes: { answers: { what: ['name'], name: '廖三·才让' } },
    fails: { answers: { what: ['name'], name: '廖三' } },
  },
  'change.sameSex': {
    passes: { answers: { what: ['sex'], sex: '2' } },
    fails: { answers: { what: ['sex'], sex: '1' } },
  },
  'change.sexAgainstId': {
    passes: { answers: { what: ['sex'], sex: '2', sexReason: '身份证号码登记有误，已在更正' } },
    fails: { answers: { what: ['sex'], sex: '2' } },
  },
};
