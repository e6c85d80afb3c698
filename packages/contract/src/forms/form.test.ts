import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { CodeTables } from '../codes/tables.ts';
import { codeFaults, tablesOf } from './codes.ts';
import { code, documents, field, maybe, words } from './fields.ts';
import {
  describe as inWords,
  draftSchema,
  fieldLabels,
  filingSchema,
  form,
  stepSchema,
  visibleGroups,
  visibleSteps,
} from './form.ts';

const working = (answers: Record<string, unknown>) => answers.working === '1';
const sample = form({
  name: 'sample',
  title: '示例',
  steps: [
    { key: 'notice', title: '须知', kind: 'notice', text: 'rules', tick: '已阅读', next: '继续' },
    {
      key: 'person',
      title: '个人',
      kind: 'fields',
      next: '下一步',
      groups: [
        {
          title: '基本',
          fields: {
            id: field({ input: 'fixed', label: '证件号码', schema: z.string() }),
            name: field({ input: 'text', label: '姓名', schema: words('姓名', { min: 2, max: 10 }) }),
            nation: field({ input: 'select', options: 'nation', label: '民族', schema: code('民族') }),
            place: field({ input: 'division', label: '户口所在地', schema: code('户口所在地') }),
            card: field({ input: 'picture', picture: 'cardPortrait', label: '身份证', schema: z.uuid() }),
            working: field({
              input: 'radio',
              options: [
                { value: '0', label: '否' },
                { value: '1', label: '是' },
              ],
              label: '在职',
              schema: z.enum(['0', '1']),
            }),
          },
        },
        {
          title: '工作',
          fields: {
            unit: field({
              input: 'text',
              label: '单位',
              schema: maybe(words('单位', { max: 5 })),
              optional: true,
              show: working,
            }),
            papers: field({
              input: 'files',
              max: 2,
              label: '在职证明',
              schema: documents('在职证明', { min: 0, max: 2 }).optional(),
              optional: true,
              show: working,
            }),
          },
        },
      ],
    },
    { key: 'proof', title: '证明', kind: 'special', show: working },
    { key: 'preview', title: '预览', kind: 'preview', next: '提交' },
  ],
});

const tables: CodeTables = {
  nation: [
    { code: '01', name: '汉族' },
    { code: '04', name: '藏族' },
  ],
  division: [
    { code: '630000', name: '青海省' },
    { code: '630100', name: '西宁市', parent: '630000' },
    { code: '630102', name: '城东区', parent: '630100' },
    { code: '000000', name: '其他省份' },
  ],
};
const answers = {
  id: '63',
  name: '卓玛',
  nation: '04',
  place: '630102',
  card: '0f8fad5b-d9cb-469f-a165-70867728950e',
  working: '0',
};
const issues = (result: z.ZodSafeParseResult<unknown>) =>
  result.error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? [];

describe('filing', () => {
  const file = (given: Record<string, unknown>) => issues(filingSchema(sample, given).safeParse(given));

  test('refuses a field that the answers hide', () => {
    expect(file({ ...answers, unit: '邮局' })).toEqual([['', '有不应填写的内容：unit']]);
  });
  test('refuses a field the form does not know', () => {
    expect(file({ ...answers, admin: '1' })).toEqual([['', '有不应填写的内容：admin']]);
  });
  test('names each field that is missing or wrong', () => {
    expect(file({ ...answers, name: undefined, nation: '藏族' })).toEqual([
      ['name', '请填写姓名'],
      ['nation', '请选择民族'],
    ]);
  });
  test('accepts a visible optional field, filled or left out', () => {
    for (const unit of ['邮局', '', undefined])
      expect(file({ ...answers, working: '1', ...(unit !== undefined && { unit }) })).toEqual([]);
  });
});

describe('documents', () => {
  const [one, two] = ['0f8fad5b-d9cb-469f-a165-70867728950e', '0f8fad5b-d9cb-469f-a165-70867728950f'];
  const sentences = (ids: unknown, min = 1) =>
    issues(documents('证明', { min, max: 2 }).safeParse(ids)).map(([, message]) => message);

  test('are refused when none, too many, too few, twice the same or no ids', () => {
    expect(sentences(undefined)).toEqual(['请上传证明']);
    expect(sentences([])).toEqual(['请上传证明']);
    expect(sentences([one], 2)).toEqual(['证明至少 2 个文件']);
    expect(sentences([one, two, '0f8fad5b-d9cb-469f-a165-708677289510'])).toEqual([
      '证明最多 2 个文件，请移除多余的',
    ]);
    expect(sentences([one, one])).toEqual(['证明里有重复的文件，请移除一个']);
    expect(sentences(['../x'])).toEqual(['请重新上传证明']);
  });
  test('pass when each is there once, or none is asked for', () => {
    expect(sentences([one, two])).toEqual([]);
    expect(sentences([], 0)).toEqual([]);
  });
  test('are described by their names, or by their place where the name is not known', () => {
    const given = { ...answers, working: '1', papers: [one, two] };
    const row = inWords(sample, given, { ...tables, document: [{ code: one!, name: '证明.pdf' }] })[1]!
      .rows[1];
    expect(row).toMatchObject({
      text: '证明.pdf\n文件 2',
      files: [
        { id: one, name: '证明.pdf' },
        { id: two, name: '文件 2' },
      ],
    });
  });
});

describe('codes', () => {
  test('refuse what is not in the table, and a division with others below it', () => {
    const faults = codeFaults(sample, { ...answers, nation: '99', place: '630100' }, tables);
    expect(faults.map(({ path }) => path)).toEqual(['nation', 'place']);
    expect(faults[0]!.message).toBe('民族的选项已更新，请重新选择');
  });
  test('accept an entry, and another province', () => {
    expect(codeFaults(sample, { ...answers, place: '000000' }, tables)).toEqual([]);
  });
  test('leave what is not answered to the filing check', () => {
    expect(codeFaults(sample, {}, tables)).toEqual([]);
  });
  test('come from the tables the form names', () => {
    expect(tablesOf(sample)).toEqual(['nation', 'division']);
  });
});

describe('a draft', () => {
  const save = (draft: Record<string, unknown>) => draftSchema(sample).safeParse(draft).success;

  test('may not set what is fixed or uploaded, nor unknown keys', () => {
    for (const key of ['id', 'card', 'admin']) expect(save({ [key]: '1' })).toBe(false);
  });
  test('may not hold more than a form can ask for', () => {
    expect(issues(draftSchema(sample).safeParse({ name: '长'.repeat(501) }))).toEqual([
      ['name', '内容太长或格式不正确，请修改'],
    ]);
    expect(save({ name: { deep: 1 } })).toBe(false);
    expect(save({ papers: Array.from({ length: 21 }, () => 'x') })).toBe(false);
  });
  test('may be unfinished, wrong, or hold what is hidden now', () => {
    expect(save({})).toBe(true);
    expect(save({ name: '？', nation: 'x', unit: '邮局' })).toBe(true);
    expect(save({ name: null })).toBe(true);
    expect(save({ papers: ['0f8fad5b-d9cb-469f-a165-70867728950e'] })).toBe(true);
  });
});

describe('a step', () => {
  test('checks its own fields and lets others through', () => {
    const step = sample.steps[1]!;
    const given = { ...answers, name: '', later: 1 };
    expect(issues(stepSchema(step, given).safeParse(given))[0]).toEqual(['name', '请填写姓名']);
    expect(stepSchema(step, answers).safeParse({ ...answers, later: 1 }).data).toHaveProperty('later', 1);
  });
  test('is there when the answers call for it', () => {
    const keys = (given: Record<string, unknown>) => visibleSteps(sample, given).map(({ key }) => key);
    expect(keys({})).toEqual(['notice', 'person', 'preview']);
    expect(keys({ working: '1' })).toEqual(['notice', 'person', 'proof', 'preview']);
  });
  test('leaves a group without visible fields out', () => {
    expect(visibleGroups(sample, {}).map(({ title }) => title)).toEqual(['基本']);
    expect(visibleGroups(sample, { working: '1' }).map(({ title }) => title)).toEqual(['基本', '工作']);
  });
});

test('the answers are described as a person reads them', () => {
  const [group] = inWords(sample, answers, tables);
  expect(group!.rows.map(({ label, text }) => [label, text])).toEqual([
    ['证件号码', '63'],
    ['姓名', '卓玛'],
    ['民族', '藏族'],
    ['户口所在地', '青海省西宁市城东区'],
    ['身份证', '已上传'],
    ['在职', '否'],
  ]);
  expect(group!.rows[4]!.picture).toBe(answers.card);
});

test('an unanswered row is described by an empty text', () => {
  expect(inWords(sample, {}, tables)[0]!.rows.every(({ text }) => text === '')).toBe(true);
});

test('a code that left its table is described by itself', () => {
  expect(inWords(sample, { nation: '99', place: '999999' }, tables)[0]!.rows[2]!.text).toBe('99');
});

test('every field has a label to name a reason by, hidden ones too', () => {
  expect(fieldLabels(sample)).toMatchObject({ name: '姓名', unit: '单位' });
});
