import { describe, expect, it } from 'vitest';
import { KINDS } from '@zikao/contract/applications/kinds/index';
import { applicationLifecycle, type ApplicationState } from '@zikao/contract/applications/lifecycle';
import type { Application } from '@zikao/contract/applications/shapes';
import { standing } from './standing.ts';

const STATES = Object.keys(applicationLifecycle.states) as ApplicationState[];
const groups = [{ title: '变更信息', rows: [{ key: 'district', label: '办理考区', text: '海东市' }] }];
const at = '2027-03-01T01:00:00.000Z';
const filed = (state: ApplicationState, more: Partial<Application> = {}) =>
  ({
    state,
    stateName: applicationLifecycle.states[state],
    submission: { no: 1, at, groups },
    ...more,
  }) as Application;

describe('where an application stands', () => {
  it('is said for every kind in every state', () => {
    for (const kind of Object.values(KINDS))
      for (const state of STATES) expect(standing(kind, filed(state)).title).toMatch(/\p{L}/u);
  });
  it('asks to come with the papers until somebody came', () => {
    const { change } = KINDS;
    expect(standing(change, filed('pending')).bring).toEqual(change.onSite!.papers);
    expect(standing(change, filed('pending')).text).toContain('海东市考区现场审核');
    const visit = { at, office: '海东市考区' };
    expect(standing(change, filed('pending', { visit })).bring).toBeUndefined();
  });
});
