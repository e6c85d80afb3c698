import { describe, expect, test } from 'vitest';
import { PROFILE_LABELS, profileForm } from './profile-form.ts';
import { filingSchema, visibleFields } from './forms/form.ts';

const sample: Record<string, string> = {
  idType: '01',
  idNumber: '630102199003074512',
  name: '张三',
  sex: '1',
  birthDate: '1990-03-07',
  nation: '01',
  politicalStatus: '13',
  cardPortrait: '0f8fad5b-d9cb-469f-a165-70867728950e',
  cardEmblem: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  education: '60',
  occupation: '37',
  workUnit: '西宁市第一中学',
  householdType: '1',
  householdPlace: '630102',
  district: '01',
  address: '青海省西宁市城中区南大街 1 号',
  postcode: '810000',
  email: 'name@example.com',
  contactName: '李四',
  contactPhone: '13909710001',
};
const fields = Object.entries(visibleFields(profileForm, sample));
const fault = (key: string, value: unknown) => {
  const answers: Record<string, unknown> = { ...sample, [key]: value };
  if (value === undefined) delete answers[key];
  const result = filingSchema(profileForm, answers).safeParse(answers);
  return result.error?.issues.find(({ path }) => path[0] === key)?.message;
};

const sort = (message: string | undefined) =>
  message === undefined ? 'nothing' : /\p{Script=Han}/u.test(message) ? 'a Chinese sentence' : message;

/** What people send instead of what was asked for. */
const WRONG: Record<string, unknown[]> = {
  name: ['张', '张3', '<b>张三</b>', '张三😀', '张'.repeat(41), '张·', '·张', 'Zhang_San', '张\u0000三'],
  nation: ['汉族', '0 1', '<01>', '1'.repeat(13)],
  politicalStatus: ['群众', ' '],
  cardPortrait: ['no-id', '../1', 'blob:x'],
  cardEmblem: ['no-id'],
  education: ['本科'],
  occupation: ['学生'],
  workUnit: ['单'.repeat(61), '<script>', '单\u0007位'],
  householdType: ['城镇'],
  householdPlace: ['西宁市'],
  district: ['西宁'],
  address: ['西宁', '街'.repeat(101), '<img src=x>青海省西宁市', '青海省\u0000西宁市城中区'],
  postcode: ['81000', '8100000', '81000O', '８１００００a'],
  email: ['someone', 'a@b', 'a b@c.cn', `${'a'.repeat(100)}@example.com`],
  contactName: ['李', '李4', 'Li<'],
  contactPhone: ['12345678901', '1390971', '139097100001', '13九'],
};

test('the sample is right in every field', () => {
  expect(filingSchema(profileForm, sample).safeParse(sample).error).toBeUndefined();
});

test('every field of the form has a sample', () => {
  expect(Object.keys(sample).toSorted()).toEqual(fields.map(([key]) => key).toSorted());
});

test('every field that is typed has wrong values here', () => {
  const typed = fields.filter(([, { input }]) => input !== 'fixed').map(([key]) => key);
  expect(Object.keys(WRONG).toSorted()).toEqual(typed.toSorted());
});

describe.each(fields)('%s', (key, { label, optional, input }) => {
  test.each(input === 'fixed' ? [undefined] : [undefined, '', null])('%j: left out', (empty) => {
    const said = optional ? 'nothing' : 'a Chinese sentence';
    expect(sort(fault(key, empty))).toBe(said);
  });
  test.each((WRONG[key] ?? []).map((value) => [value]))('refuses %j in Chinese', (value) => {
    expect(sort(fault(key, value))).toBe('a Chinese sentence');
  });
  test('refuses another type', () => {
    for (const value of [1, true, [], {}]) expect(sort(fault(key, value))).toBe('a Chinese sentence');
  });
  test('can be named in a reason', () => {
    expect(PROFILE_LABELS[key]).toBe(label);
  });
});

test('what people type is put right, not refused', () => {
  const typed = {
    ...sample,
    name: ' 卓玛・才让 ',
    contactPhone: '+86 139-0971-0001',
    address: ' 青海省西宁市城中区南大街 1 号 ',
    email: '',
  };
  expect(filingSchema(profileForm, typed).parse(typed)).toMatchObject({
    name: '卓玛·才让',
    contactPhone: '13909710001',
    address: '青海省西宁市城中区南大街 1 号',
  });
});
