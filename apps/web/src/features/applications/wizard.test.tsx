import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToString } from 'react-dom/server';
import { MemoryRouter, Route, Routes } from 'react-router';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { getApplication } from '@zikao/contract/applications/endpoints';
import { kind, type Kind, type Kinds } from '@zikao/contract/applications/kind';
import { KINDS } from '@zikao/contract/applications/kinds/index';
import type { Application } from '@zikao/contract/applications/shapes';
import { type Answers, field, words } from '@zikao/contract/forms/fields';
import { form, type Step, visibleGroups } from '@zikao/contract/forms/form';
import { query } from '#api/query';
import { paths } from '#paths';
import { ApplicationStep } from './ApplicationStep.tsx';
import { KindsContext } from './kinds.ts';
import { stepPath, tablesQuery } from './use-application.ts';

/** A kind that the product does not know: nothing of the web was written for it. */
const graduation = kind({
  ...KINDS.change,
  key: 'graduation',
  title: '毕业申请',
  form: form({
    name: 'graduation',
    title: '毕业申请',
    steps: [
      {
        key: 'notice',
        title: '毕业须知',
        kind: 'notice',
        text: 'graduation',
        tick: '已知晓',
        next: '下一步',
      },
      {
        key: 'wish',
        title: '填写毕业申请',
        kind: 'fields',
        next: '下一步',
        groups: [
          {
            title: '申请内容',
            fields: {
              on: field({ input: 'date', label: '拟毕业日期', schema: z.iso.date('请选择拟毕业日期') }),
              thesis: field({
                input: 'textarea',
                label: '论文题目',
                schema: words('论文题目', { max: 60 }),
              }),
            },
          },
        ],
      },
      { key: 'preview', title: '确认', kind: 'preview', next: '提交审核' },
    ],
  }),
});
const kinds: Kinds = { ...KINDS, graduation };
const TABLES = {
  district: [{ code: '630100', name: '西宁市' }],
  sex: [{ code: '1', name: '男' }],
  score: [{ code: '00015', name: '英语（二） 55 分' }],
  recordCourse: [{ code: '03706', name: '思想道德修养', unavailable: '免考课程不能转出' }],
};

/** The step as the browser would first draw it, with these answers saved. */
function draw(of: Kind, step: Step, answers: Answers): string {
  const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
  const client = new QueryClient();
  const application = {
    id,
    kind: of.key,
    version: 1,
    state: 'draft',
    actions: ['submit'],
    answers,
    agreement: { version: of.version, at: '2027-03-01T01:00:00Z' },
    reasons: [],
    window: null,
  } as Partial<Application> as Application;
  client.setQueryData(query(getApplication, { params: { id } }).queryKey, application);
  client.setQueryData(tablesQuery(of, id).queryKey, TABLES);
  return renderToString(
    <QueryClientProvider client={client}>
      <KindsContext value={kinds}>
        <MemoryRouter initialEntries={[stepPath(of.key, id, step.key)]}>
          <Routes>
            <Route path={paths.applicationStep} element={<ApplicationStep />} />
          </Routes>
        </MemoryRouter>
      </KindsContext>
    </QueryClientProvider>,
  );
}

/** Nothing typed, and each choice that may bring other fields: one at a time. */
function variants(step: Step): Answers[] {
  if (step.kind !== 'fields') return [];
  const choices = step.groups.flatMap(({ fields }) =>
    Object.entries(fields).flatMap(([name, { input, ...of }]) => {
      const options = 'options' in of && typeof of.options !== 'string' ? of.options : [];
      return options.map(({ value }) => ({ [name]: input === 'checks' ? [value] : value }));
    }),
  );
  return [{}, ...choices];
}

const cases = Object.values(kinds).flatMap((of) =>
  of.form.steps.filter(({ kind: sort }) => sort === 'fields').map((step) => ({ of, step })),
);

describe('the one wizard', () => {
  it.each(cases)('draws every field that the answers call for: $of.key, $step.key', ({ of, step }) => {
    const unseen = variants(step).flatMap((answers) => {
      const html = draw(of, step, answers);
      const asked = visibleGroups({ ...of.form, steps: [step] }, answers).filter(({ original }) => !original);
      return asked
        .flatMap(({ fields }) => Object.entries(fields))
        .filter(([name, { label }]) => !html.includes(`id="field-${name}"`) || !html.includes(label))
        .map(([name]) => `${name} with ${JSON.stringify(answers)}`);
    });
    expect(unseen).toEqual([]);
  });

  it('begins a kind it was never told of with its own notice and tick', () => {
    const html = draw(graduation, graduation.form.steps[0]!, {});
    expect(html).toContain('已知晓');
    expect(html).toContain('办理要求');
  });

  it('draws nothing of a kind that is none', () => {
    const nowhere = { ...graduation, key: 'marriage' };
    expect(draw(nowhere, graduation.form.steps[1]!, {})).toContain('没有找到');
  });
});
