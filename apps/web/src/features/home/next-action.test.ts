import { describe, expect, it } from 'vitest';
import type { FiledApplication } from '@zikao/contract/applications/shapes';
import type { Profile } from '@zikao/contract/candidates';
import type { Enrolment } from '@zikao/contract/enrolments';
import type { ExamSession, Site } from '@zikao/contract/exams';
import { nextAction } from './next-action.ts';

const BEFORE = '2027-02-28T00:00:00Z';
const OPEN = '2027-03-02T00:00:00Z';
const OVER = '2027-03-09T00:00:00Z';

const window = (opensAt: string, closesAt: string) => ({ opensAt, closesAt, open: true });
const session = {
  name: '2027 年 4 月',
  slots: [],
  windows: {
    profile: window('2027-03-01T01:00:00Z', '2027-03-07T04:00:00Z'),
    enrolment: window('2027-03-01T01:00:00Z', '2027-03-08T10:00:00Z'),
    print: window('2027-04-09T01:00:00Z', '2027-04-17T10:00:00Z'),
  },
} as unknown as ExamSession;
const site = (now: string, of: ExamSession | null = session) => ({ now, session: of }) as Site;
const photo = (state: Profile['photo']['state'], choiceNeeded = false) =>
  ({ state, choiceNeeded, failures: 0, deskAllowed: false }) as Profile['photo'];
const profile = (fields: Partial<Profile>) =>
  ({ state: 'draft', confirmed: false, photo: photo('none'), reasons: [], ...fields }) as Profile;
const agreed = { agreement: { version: '1', at: OPEN } };
const approved = profile({ state: 'approved', admissionNumber: '010127100036' });
const enrolment = (fields: Partial<Enrolment>) => ({ window: null, changed: false, ...fields }) as Enrolment;
const titleOf = (of: Profile, now = OPEN) => nextAction(of, null, site(now)).title;

describe('while the profile is a draft', () => {
  it.each([
    ['完成基本信息填报', profile({})],
    ['继续基本信息填报', profile(agreed)],
    ['上传照片，提交验证', profile({ ...agreed, confirmed: true })],
    ['上传照片，提交验证', profile({ ...agreed, confirmed: true, photo: photo('uploaded') })],
    ['重新上传照片', profile({ ...agreed, confirmed: true, photo: photo('failed') })],
    ['选择照片的办理方式', profile({ ...agreed, confirmed: true, photo: photo('failed', true) })],
  ])('says %s', (title, of) => {
    expect(nextAction(of, null, site(OPEN))).toMatchObject({
      title,
      needsYou: true,
      until: '2027-03-07T04:00:00Z',
      to: '/profile',
    });
  });

  it('does not push outside the window, and says when it opens or closed', () => {
    expect(nextAction(profile({}), null, site(BEFORE)).needsYou).toBe(false);
    expect(titleOf(profile({}), BEFORE)).toBe('注册报名 3月1日 9:00 开放');
    expect(titleOf(profile(agreed), OVER)).toBe('本次注册报名已经截止');
    expect(nextAction(profile({}), null, site(OPEN, null)).title).toBe('注册报名的时间还没有公布');
  });
});

describe('while the district has the profile', () => {
  it('only waits, whatever the window', () => {
    for (const now of [OPEN, OVER])
      expect(
        nextAction(profile({ state: 'pending', photo: photo('passed') }), null, site(now)),
      ).toMatchObject({
        title: '等待考区审核',
        needsYou: false,
      });
  });

  it('sends the candidate to the desk for the photo until the window closes', () => {
    const district = { code: '01', name: '西宁市' };
    const action = nextAction(
      profile({ state: 'pending', photo: photo('desk'), district }),
      null,
      site(OPEN),
    );
    expect(action).toMatchObject({ needsYou: true, until: '2027-03-07T04:00:00Z' });
    expect(action.text).toContain('西宁市考区');
  });

  it('asks to mend what was rejected', () => {
    const reasons = [{ field: 'name', text: '与身份证不一致' }];
    const action = nextAction(profile({ state: 'rejected', reasons }), null, site(OPEN));
    expect(action).toMatchObject({
      needsYou: true,
      button: '查看原因并修改',
      title: '修改基本信息，重新提交',
    });
    expect(action.text).toContain('共 1 条原因');
  });
});

describe('once the profile is approved', () => {
  it('asks to enrol, with the admission number and the deadline', () => {
    for (const draft of [null, enrolment({ state: 'draft' })]) {
      const action = nextAction(approved, draft, site(OPEN));
      expect(action).toMatchObject({
        title: '填报 2027 年 4 月报考课程',
        needsYou: true,
        until: '2027-03-08T10:00:00Z',
        button: '报考信息填报',
      });
      expect(action.text).toContain('010127100036');
    }
  });

  it('lets the window of the own district count', () => {
    const own = enrolment({ state: 'draft', window: window('2027-03-01T01:00:00Z', '2027-03-10T10:00:00Z') });
    expect(nextAction(approved, own, site(OVER))).toMatchObject({
      needsYou: true,
      until: '2027-03-10T10:00:00Z',
    });
  });

  it('says when enrolling opens, that it closed, or that there is none', () => {
    expect(nextAction(approved, null, site(BEFORE)).title).toBe('报考课程 3月1日 9:00 开放');
    expect(nextAction(approved, null, site(OVER)).title).toBe('本次报考已经截止');
    expect(nextAction(approved, null, site(OPEN, null)).title).toBe('目前没有可以报考的考次');
  });

  it.each([
    ['pending', OPEN, false, '等待考区审核报考信息', false],
    ['pending', OVER, false, '等待考区审核报考信息', false],
    ['pending', OPEN, true, '报考信息有修改，还没有提交', true],
    ['pending', OVER, true, '等待考区审核报考信息', false],
    ['approved', OPEN, false, '报考成功', false],
    ['approved', OPEN, true, '报考信息有修改，还没有提交', true],
    ['approved', OVER, true, '报考成功', false],
    ['rejected', OPEN, false, '修改报考信息，重新提交', true],
    ['rejected', OVER, false, '报考信息审核不通过', false],
  ] as const)(
    'with an enrolment %s at %s (changed: %s) it says %s',
    (state, now, changed, title, needsYou) => {
      expect(nextAction(approved, enrolment({ state, changed }), site(now))).toMatchObject({
        title,
        needsYou,
      });
    },
  );

  it('tells who is enrolled when the seat notice can be printed', () => {
    expect(nextAction(approved, enrolment({ state: 'approved' }), site(OVER)).text).toContain('4月9日 9:00');
  });
});

describe('with applications', () => {
  const filed = (fields: Partial<FiledApplication>) =>
    ({ id: 'a1', kind: 'transferIn', title: '转入申请', state: 'pending', ...fields }) as FiledApplication;
  const done = enrolment({ state: 'approved' });
  const titleWith = (of: readonly FiledApplication[], held: Enrolment | null = done, now = OVER) =>
    nextAction(approved, held, site(now), of).title;

  it('a deadline of the enrolment goes before them', () => {
    expect(titleWith([filed({ state: 'rejected' })], null, OPEN)).toBe('填报 2027 年 4 月报考课程');
  });
  it('asks to mend what was rejected, then to come in person', () => {
    const both = [filed({ expectedAt: 'district' }), filed({ id: 'a2', state: 'rejected' })];
    expect(titleWith(both)).toBe('完善转入申请，重新提交');
    expect(titleWith(both.slice(0, 1))).toBe('转入申请：到考区现场办理');
    expect(nextAction(approved, done, site(OVER), both)).toMatchObject({
      needsYou: true,
      to: '/applications/transfer-in/a2',
    });
  });
  it('says nothing of what only waits for the office', () => {
    expect(titleWith([filed({}), filed({ state: 'approved' })])).toBe('报考成功');
  });
});

it('does not push anybody to enrol whose record is closed', () => {
  const gate = { reason: 'record', title: '您的考籍目前不能报考', detail: '考籍已转出' } as const;
  expect(nextAction(approved, null, site(OPEN), [], gate)).toMatchObject({
    needsYou: false,
    title: gate.title,
    to: '/query/passed',
  });
});
