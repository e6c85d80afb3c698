import { expect, it } from 'vitest';
import { actionsOf, actionWords, AUDIT_ACTIONS, AUDIT_AREAS } from './audit-actions.ts';
import { ENDPOINTS } from './index.ts';

it('has words for every call that can be in the trail, in one business each', () => {
  const changes = Object.keys(ENDPOINTS).filter((name) => ENDPOINTS[name]!.method !== 'GET');
  // The staff's looks are in it too, also at what everybody may read.
  for (const action of [...changes, 'review.getCase', 'exams.listDistricts', 'desk.takeEffect', 'job'])
    expect(actionWords(action)).toMatch(/\p{Script=Han}/u);
  expect(AUDIT_AREAS.flatMap(actionsOf).toSorted()).toEqual(Object.keys(AUDIT_ACTIONS).toSorted());
});

it('leaves out what only candidates look at: that is not written down', () => {
  expect(AUDIT_ACTIONS).not.toHaveProperty(['candidates.getProfile']);
});

it('gives no words to an action it does not know, and no actions to a business that is none', () => {
  expect([actionWords('old.gone'), actionsOf('没有')]).toEqual(['old.gone', []]);
});
