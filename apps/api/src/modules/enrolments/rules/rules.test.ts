import { expect, test } from 'vitest';
import { answerFaults } from './answers.ts';
import { choiceFaults, courseFault } from './courses.ts';
import type { Facts } from './facts.ts';
import { majorFault } from './majors.ts';
import { profileFault, type ProfileStanding } from './profile.ts';

const offered = (code: string, name: string, slot: string, theory?: string) =>
  [code, { code, name, credits: 4, slot, theory }] as const;

const facts: Facts = {
  today: '2027-03-05',
  districts: new Map([['6301', '西宁市']]),
  majors: new Map([
    ['050101', { code: '050101', name: '汉语言文学', status: 'open' }],
    ['320108', { code: '320108', name: '护理学', status: 'open', restriction: '限在职护理人员' }],
    ['970201', { code: '970201', name: '汉语言文学', status: 'phaseOut', enrolUntil: '2027-04-30' }],
    ['350105', { code: '350105', name: '藏语言文学', status: 'phaseOut', enrolUntil: '2027-03-04' }],
    ['610201', { code: '610201', name: '计算机应用技术', status: 'closed' }],
  ]),
  enrolledBefore: new Set(['350105', '610201']),
  slots: new Map([
    ['1', '4月17日 周六 上午'],
    ['2', '4月17日 周六 下午'],
  ]),
  offered: new Map([
    offered('00541', '语言学概论', '1'),
    offered('03708', '中国近现代史纲要', '1'),
    offered('03709', '马克思主义基本原理概论', '2'),
    offered('00037', '美学', '2'),
    offered('00018', '计算机应用基础', '2'),
    offered('02334', '软件工程（实践）', '2', '02333'),
    offered('04736', '数据库系统原理（实践）', '2', '04735'),
    offered('07998', '毕业考核', '2'),
  ]),
  courseNames: new Map([
    ['00541', '语言学概论'],
    ['03708', '中国近现代史纲要'],
    ['03709', '马克思主义基本原理概论'],
    ['00037', '美学'],
    ['02333', '软件工程'],
    ['02334', '软件工程（实践）'],
    ['09999', '未开课程'],
  ]),
  record: new Map([
    ['03709', { kind: 'passed', score: '78', when: '2026 年 10 月' }],
    ['00018', { kind: 'exempted', when: '2026 年 5 月' }],
    ['07998', { kind: 'passed', score: '良好', when: '2026 年 12 月' }],
    ['04735', { kind: 'transferred', score: '66', when: '2025 年 4 月' }],
  ]),
};
const choose = (...choices: [slot: string, course: string][]) =>
  choiceFaults(
    choices.map(([slot, course]) => ({ slot, course })),
    facts,
  );

test.each([
  ['09999', '本考次不开考'],
  ['03709', '已合格 78 分（2026 年 10 月）'],
  ['07998', '已合格 良好（2026 年 12 月）'],
  ['00018', '已免考'],
  ['02334', '需先通过理论部分 02333 软件工程'],
  ['00541', undefined],
  ['04736', undefined], // its theory part was transferred in
])('course %s: %s', (code, sentence) => {
  expect(courseFault(code, facts)).toBe(sentence);
});

test('a transferred course is not taken again', () => {
  const more = new Map([...facts.offered, offered('04735', '数据库系统原理', '1')]);
  expect(courseFault('04735', { ...facts, offered: more })).toBe('已转入 66 分（2025 年 4 月）');
});

test('no course at all is refused', () => {
  expect(choose()).toEqual(['请至少选择一门课程']);
});

test('more courses than half-days are refused', () => {
  expect(choose(['1', '00541'], ['2', '00037'], ['3', '03708'])).toContain(
    '本考次共 2 个半天，最多报考 2 门课程',
  );
});

test('a clash names both courses', () => {
  expect(choose(['1', '00541'], ['1', '03708'])).toEqual([
    '00541 语言学概论与03708 中国近现代史纲要都在4月17日 周六 上午考试，同一个半天只能报考一门课程',
  ]);
});

test('a clash is found by the timetable, not by what was sent', () => {
  expect(choose(['1', '00541'], ['2', '03708'])).toEqual([
    '03708 中国近现代史纲要：考试时间是4月17日 周六 上午，请重新选择',
    '00541 语言学概论与03708 中国近现代史纲要都在4月17日 周六 上午考试，同一个半天只能报考一门课程',
  ]);
});

test('a course in another half-day than its own is refused', () => {
  expect(choose(['2', '00541'])).toEqual(['00541 语言学概论：考试时间是4月17日 周六 上午，请重新选择']);
});

test('one course twice is refused once', () => {
  expect(choose(['1', '00541'], ['1', '00541'])).toEqual(['00541 语言学概论：选了两次，请保留一次']);
});

test('one course in every half-day is allowed', () => {
  expect(choose(['1', '00541'], ['2', '00037'])).toEqual([]);
});

test.each([
  ['000000', '没有这个专业，请重新选择'],
  ['610201', '本专业已停考，不再接收报考'], // even for those who were in it
  ['970201', '本专业处于停考过渡期，不接收新生报考'],
  ['350105', '本专业停考过渡期已结束，在籍考生报考截至 2027 年 3 月 4 日'],
  ['050101', undefined],
  ['320108', undefined], // restricted: its condition is a note
])('major %s: %s', (code, sentence) => {
  expect(majorFault(facts.majors.get(code), facts)).toBe(sentence);
});

test('a phase-out major admits those who were in it, through its last day', () => {
  const enrolledBefore = new Set(['970201']);
  const on = (today: string) => majorFault(facts.majors.get('970201'), { today, enrolledBefore });
  expect(on('2027-04-30')).toBeUndefined();
  expect(on('2027-05-01')).toBe('本专业停考过渡期已结束，在籍考生报考截至 2027 年 4 月 30 日');
});

test('each field of the answers gets its own sentence', () => {
  expect(answerFaults({ district: '9999', major: '970201', courses: [] }, facts)).toEqual([
    { path: 'district', message: '没有这个报考考区，请重新选择' },
    { path: 'major', message: '本专业处于停考过渡期，不接收新生报考' },
    { path: 'courses', message: '请至少选择一门课程' },
  ]);
  const right = { district: '6301', major: '050101', courses: [{ slot: '1', course: '00541' }] };
  expect(answerFaults(right, facts)).toEqual([]);
});

test.each<[Partial<ProfileStanding>, string | undefined]>([
  [{ state: 'approved' }, undefined],
  [{ state: 'rejected' }, '您的基本信息审核不通过，请按不通过的原因修改后重新提交。'],
  [{ state: 'pending' }, '您的基本信息正在等待考区审核，审核通过后即可报考。'],
  [
    { state: 'pending', photoState: 'desk' },
    '您的基本信息等待考区审核。请先携带本人有效身份证件前往考区线下采集照片。',
  ],
  [
    { agreed: false, confirmed: false, photoState: 'none' },
    '您的基本信息还没有提交考区审核。还差：阅读并同意考生须知、填写并保存基本信息、上传照片并提交验证。',
  ],
  [{ photoState: 'failed' }, '您的基本信息还没有提交考区审核。还差：上传照片并提交验证。'],
])('profile %o: %s', (standing, sentence) => {
  const base: ProfileStanding = { state: 'draft', photoState: 'passed', agreed: true, confirmed: true };
  expect(profileFault({ ...base, ...standing })).toBe(sentence);
});
