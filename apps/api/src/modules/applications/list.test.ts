import { afterAll, beforeAll, expect, test } from 'vitest';
import * as contract from '@zikao/contract/applications/endpoints';
import { createTestApp, type TestApp } from '#test/app';
import { theirFiles } from '#test/factories/documents';
import { anApplication, applicationTime, changeAnswers } from '#test/factories/applications';
import { anApprovedCandidate, anExam, DURING } from '#test/factories/enrolments';
import { anAdmissionNumber } from '#test/factories/records';

let product: TestApp;
beforeAll(async () => {
  product = await createTestApp();
  await anExam(product);
  await applicationTime(product);
  await product.at(DURING);
});
afterAll(() => product.close());

async function anApplicant() {
  const candidate = await anApprovedCandidate(product);
  await anAdmissionNumber(product, candidate.id);
  const list = async () => (await candidate.caller.call(contract.listApplications)).body.items;
  return { ...candidate, list };
}

test('everything that was filed is listed with what happened, and where to come in person', async () => {
  const { id, caller, list } = await anApplicant();
  const answers = changeAnswers();
  await theirFiles(product, id, answers);
  const { body: draft } = await caller.call(contract.beginApplication, { body: { kind: 'change' } });
  expect(await list()).toMatchObject([{ title: '变更申请', state: 'draft', timeline: [] }]);
  expect((await list())[0]).not.toHaveProperty('expectedAt');

  const params = { id: draft.id };
  const { body: saved } = await caller.call(
    contract.saveApplicationDraft,
    { params, body: answers },
    { 'if-match': `"${draft.version}"` },
  );
  await caller.call(contract.submitApplication, { params }, { 'if-match': `"${saved.version}"` });
  expect(await list()).toMatchObject([
    { state: 'pending', expectedAt: 'district', timeline: [{ label: '提交审核' }] },
  ]);
});

test('nobody is expected for what is decided', async () => {
  const { id, list } = await anApplicant();
  await anApplication(product, id, { state: 'approved' });
  expect((await list())[0]).not.toHaveProperty('expectedAt');
});

test('a paper carries the name of the province', async () => {
  const { id, caller } = await anApplicant();
  const application = await anApplication(product, id);
  const { body } = await caller.call(contract.getApplication, { params: { id: application } });
  const { body: paper } = await caller.call(contract.getPaper, {
    params: { id: application, paper: 'form' },
  });
  expect(body.papers.map(({ title }: { title: string }) => title)).toContain(paper.title);
  expect(JSON.stringify(body.papers)).not.toContain('{{');
});
