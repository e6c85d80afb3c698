import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as own from '@zikao/contract/applications/endpoints';
import { getDocument, listDocuments } from '@zikao/contract/documents';
import { claimCase, decide, getCase, uploadCaseDocument } from '@zikao/contract/review';
import { drawPortrait } from '@zikao/pictures';
import { createTestApp, type TestApp } from '#test/app';
import type { Reply } from '#test/caller';
import { anApplication, applicationTime } from '#test/factories/applications';
import { anApprovedCandidate, anExam, DURING, SESSION } from '#test/factories/enrolments';
import { anOfficer, type TestCandidate, type TestOfficer } from '#test/factories/identity';
import { anAdmissionNumber } from '#test/factories/records';
import { aDocument } from '#test/factories/documents';
import { aScore } from '#test/factories/scores';

let product: TestApp;
let candidate: TestCandidate;
let officer: TestOfficer;
let other: TestOfficer;
let province: TestOfficer;
let id: string;
const queue = 'recheck';
beforeAll(async () => {
  product = await createTestApp();
  await anExam(product);
  await applicationTime(product);
  officer = await anOfficer(product, { district: 'T1' });
  other = await anOfficer(product, { district: 'T2' });
  province = await anOfficer(product, { role: 'province' });
});
afterAll(() => product.close());
beforeEach(async () => {
  await product.at(DURING);
  candidate = await anApprovedCandidate(product);
  await anAdmissionNumber(product, candidate.id);
  id = await anApplication(product, candidate.id, {
    kind: queue,
    answers: { courses: [{ value: 'T01', note: '估分与成绩相差较大' }], district: 'T1' },
  });
});

const params = () => ({ params: { queue, id } });
const take = ({ caller }: TestOfficer) => caller.call(claimCase, { ...params(), body: {} });
const scan = async ({ caller }: TestOfficer) =>
  caller.call(uploadCaseDocument, {
    ...params(),
    query: { name: '盖章申请表.jpg' },
    body: new Uint8Array(await drawPortrait({ seed: candidate.id })),
  });
const approve = ({ caller }: TestOfficer, fields?: Record<string, unknown>): Promise<Reply> =>
  caller.call(decide, { ...params(), body: { decision: 'approve', fields } }, { 'if-match': '"1"' });

describe('成绩复核: the stamped form', () => {
  it('is uploaded by the officer who holds the case, nobody else', async () => {
    expect((await scan(other)).status).toBe(404);
    expect((await scan(officer)).body.code).toBe('review.notClaimed');
    await take(officer);
    expect((await scan(officer)).status).toBe(201);
    expect((await scan(province)).body.code).toBe('review.claimed');
  });

  it('belongs to the candidate, and is seen by both offices with the case', async () => {
    await take(officer);
    const { body } = await scan(officer);
    const see = (who: TestOfficer | TestCandidate) =>
      who.caller.call(getDocument, { params: { id: body.id } });
    for (const who of [candidate, officer, province]) expect((await see(who)).status).toBe(200);
    expect((await see(other)).status).toBe(404);
    expect((await candidate.caller.call(listDocuments)).body.items).toMatchObject([
      { id: body.id, used: true },
    ]);
  });

  it('is needed to confirm, and must be one of the candidate’s own', async () => {
    await take(officer);
    expect((await approve(officer)).body.errors).toEqual([
      { path: 'fields.stampedForm', message: '请上传盖章的申请表' },
    ]);
    const foreign = await aDocument(product, (await anApprovedCandidate(product)).id);
    const { status, body } = await approve(officer, { stampedForm: [foreign] });
    expect([status, body.errors[0].path]).toEqual([422, 'fields']);
  });

  it('goes to the province with it; every course gets its own result, corrected only where something was found', async () => {
    const publishedAt = new Date(DURING);
    await aScore(product, candidate.id, { course: 'T01', number: 58, session: SESSION, publishedAt });
    await take(officer);
    const scanned = (await scan(officer)).body.id;
    expect((await approve(officer, { stampedForm: [scanned] })).body.state).toBe('province');
    await take(province);
    const shown = (await province.caller.call(getCase, params())).body;
    expect(shown.outcome).toMatchObject([{ rows: [{ files: [{ id: scanned, name: '盖章申请表.jpg' }] }] }]);
    expect(shown.asks.lines.results).toEqual([{ value: 'T01', label: 'T01 语言学概论' }]);
    const wrong = [
      { results: [] },
      { results: [{ value: 'T02', result: 'unchanged' }] },
      { results: [{ value: 'T01', result: 'sum' }] },
      { results: [{ value: 'T01', result: 'unchanged', score: '80' }] },
    ];
    for (const fields of wrong) expect((await approve(province, fields)).status).toBe(422);
    expect(
      (await approve(province, { results: [{ value: 'T01', result: 'sum', score: '63' }] })).status,
    ).toBe(200);
    const { body } = await candidate.caller.call(own.getApplication, { params: { id } });
    expect(body).toMatchObject({ state: 'approved', stateName: '复核完成' });
    expect(body.outcome.at(-1).rows[0].lines[1]).toEqual(['T01 语言学概论', '合分有误', '63', '']);
    expect(body.papers).toEqual(expect.arrayContaining([expect.objectContaining({ key: 'letter' })]));
  });
});
