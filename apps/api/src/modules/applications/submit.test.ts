import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as contract from '@zikao/contract/applications/endpoints';
import { downloadData } from '@zikao/contract/identity';
import { createTestApp, type TestApp } from '#test/app';
import { createCaller, type Reply } from '#test/caller';
import { theirFiles } from '#test/factories/documents';
import { anApplication, applicationTime, changeAnswers } from '#test/factories/applications';
import { anApprovedCandidate, anExam, CLOSES, DURING, OPENS } from '#test/factories/enrolments';
import { aCandidate, type TestCandidate } from '#test/factories/identity';
import { anAdmissionNumber } from '#test/factories/records';
import { applications, applicationSubmissions } from './tables.ts';

let product: TestApp;
let candidate: TestCandidate;
beforeAll(async () => {
  product = await createTestApp();
  await anExam(product);
  await applicationTime(product);
});
afterAll(() => product.close());
beforeEach(async () => {
  await product.at(DURING);
  candidate = await anApprovedCandidate(product);
  await anAdmissionNumber(product, candidate.id);
});

const begin = (who = candidate, kind = 'change') =>
  who.caller.call(contract.beginApplication, { body: { kind } });
const save = (id: string, version: number, body: Record<string, unknown>): Promise<Reply> =>
  candidate.caller.call(
    contract.saveApplicationDraft,
    { params: { id }, body },
    { 'if-match': `"${version}"` },
  );
const submit = (id: string, version: number, headers: Record<string, string> = {}) =>
  candidate.caller.call(
    contract.submitApplication,
    { params: { id } },
    { 'if-match': `"${version}"`, ...headers },
  );
const show = async (id: string) =>
  (await candidate.caller.call(contract.getApplication, { params: { id } })).body;
const info = async (kind = 'change') =>
  (await candidate.caller.call(contract.getKind, { params: { kind } })).body;
const errorsOf = ({ body }: Reply) =>
  body.errors.map(({ path, message }: { path: string; message: string }) => [path, message]);

/** A draft that holds these answers. */
async function aDraft(answers = changeAnswers()): Promise<{ id: string; version: number }> {
  const { body } = await begin();
  await theirFiles(product, candidate.id, answers);
  const saved = await save(body.id, body.version, answers);
  expect(saved.status).toBe(200);
  return { id: body.id, version: saved.body.version };
}

describe('申请 cannot be begun', () => {
  test('without an approved file', async () => {
    const { status, body } = await begin(await aCandidate(product));
    expect([status, body.code]).toEqual([409, 'profile.needed']);
  });
  test('before and after its time, which is said', async () => {
    await product.at('2027-03-01T00:59:59Z');
    expect((await begin()).body).toMatchObject({
      code: 'window.closed',
      detail: '变更申请将于 2027年3月1日 09:00 开始。',
    });
    expect((await info()).gate).toMatchObject({ reason: 'window' });
    await product.at(CLOSES);
    expect((await begin()).body.detail).toBe('变更申请已于 2027年3月8日 18:00 截止。');
    await product.at(OPENS);
    expect((await begin()).status).toBe(201);
  });
  test('of a kind that is none', async () => {
    for (const kind of ['marriage', 'constructor', 'toString'])
      expect((await begin(candidate, kind)).status).toBe(404);
  });
  test('while another of the kind is on its way', async () => {
    await anApplication(product, candidate.id);
    expect((await begin()).body.code).toBe('application.open');
    expect((await info()).gate).toMatchObject({ reason: 'open' });
  });
});

test('asking again gives the same draft, and the page leads back to it', async () => {
  const [one, two] = [await begin(), await begin()];
  expect(one.body.id).toBe(two.body.id);
  const page = await info();
  expect(page).toMatchObject({ current: one.body.id, items: [] });
  expect(page.gate).toBeUndefined();
  expect(page.requirements.body).toContain('考生姓名、性别为报名信息，不得随意修改。');
});

describe('a draft', () => {
  test('may not set what is on file, nor what the form does not know', async () => {
    const { body } = await begin();
    for (const key of ['idNumber', 'currentName', 'state'])
      expect((await save(body.id, body.version, { [key]: 'x' })).status).toBe(422);
  });
  test('saved from an older version is refused', async () => {
    const { id, version } = await aDraft();
    expect((await save(id, version - 1, { name: '卓玛' })).body.code).toBe('request.stale');
  });
  test('keeps what is unfinished, shows what is on file, and is emptied by null', async () => {
    const { id, version } = await aDraft({ what: ['name'], name: '？' });
    await save(id, version, { name: null });
    const { answers } = await show(id);
    expect(answers).toMatchObject({
      what: ['name'],
      currentName: candidate.name,
      currentSex: '2',
      idNumber: candidate.idNumber,
    });
    expect(answers.name).toBeUndefined();
  });
  test('is sealed at rest', async () => {
    const { id } = await aDraft();
    const [row] = await product.services.db.select().from(applications).where(eq(applications.id, id));
    expect(row!.answers!.toString('latin1')).not.toContain(Buffer.from('卓玛·才让').toString('latin1'));
  });
  test('that was submitted cannot be edited', async () => {
    const { id, version } = await aDraft();
    await submit(id, version);
    expect((await save(id, version + 1, { name: '卓玛' })).body.code).toBe('application.closed');
  });
});

describe('提交审核 is refused', () => {
  const refused = async (answers: Record<string, unknown>) => {
    const { id, version } = await aDraft({ ...changeAnswers(), ...answers });
    const reply = await submit(id, version);
    expect([reply.status, reply.body.code]).toEqual([422, 'application.refused']);
    expect(
      errorsOf(await candidate.caller.call(contract.checkApplication, { params: { id }, body: {} })),
    ).toEqual(errorsOf(reply));
    return errorsOf(reply);
  };
  test('when fields are missing or wrong, one sentence each', async () => {
    expect(await refused({ what: null, proof: [] })).toEqual([
      ['what', '请选择你需要变更的信息类型'],
      ['proof', '请上传证明材料'],
      ['', '有不应填写的内容：name'],
    ]);
  });
  test('when it holds what the answers hide', async () => {
    expect(await refused({ sex: '1' })).toEqual([['', '有不应填写的内容：sex']]);
  });
  test('when a code left its table', async () => {
    expect(await refused({ district: 'X9' })).toEqual([['district', '办理考区的选项已更新，请重新选择']]);
  });
  test('by the kind’s rules, each with its sentence', async () => {
    expect(await refused({ name: candidate.name })).toEqual([['name', '这就是现在登记的姓名，不需要变更']]);
    expect(await refused({ what: ['sex'], name: null, sex: '2' })).toEqual([
      ['sex', '这就是现在登记的性别，不需要变更'],
    ]);
    expect(await refused({ what: ['sex'], name: null, sex: '1' })).toEqual([
      ['sexReason', '请填写与身份证号码不一致的原因'],
    ]);
  });
  test('from another version than the one seen, or after the end', async () => {
    const { id, version } = await aDraft();
    expect((await submit(id, version - 1)).status).toBe(412);
    await product.at(CLOSES);
    const { body } = await submit(id, version);
    expect(body).toMatchObject({ code: 'window.closed', detail: '变更申请已于 2027年3月8日 18:00 截止。' });
    expect(await show(id)).toMatchObject({ state: 'draft' });
  });
});

describe('a submission', () => {
  test('is frozen with 原始信息 beside 变更信息, listed, and told', async () => {
    const { id, version } = await aDraft();
    const { body } = await submit(id, version);
    expect(body).toMatchObject({
      state: 'pending',
      stateName: '考区未审核',
      summary: '姓名',
      changed: false,
    });
    expect(body.actions).toEqual(['withdraw']);
    const [original, asked] = body.submission.groups;
    expect(original).toMatchObject({ title: '原始信息', original: true });
    expect(original.rows.map(({ label, text }: { label: string; text: string }) => [label, text])).toEqual([
      ['姓名', candidate.name],
      ['性别', '女'],
      ['身份证号', candidate.idNumber],
      ['准考证号', expect.stringMatching(/^\d{12}$/)],
      ['原始照片', ''],
    ]);
    expect(asked).toMatchObject({
      title: '变更信息',
      rows: [{ text: '姓名' }, { text: '卓玛·才让' }, {}, {}],
    });
    expect((await info()).items).toMatchObject([{ id, no: 1, summary: '姓名', stateName: '考区未审核' }]);
    await product.settle();
    const { body: data } = await candidate.caller.call(downloadData);
    expect(data.applications).toMatchObject([{ kind: 'change', submissions: [{ no: 1 }] }]);
    expect(data.messages[0]).toMatchObject({ title: '变更申请已提交' });
  });
  test('can be printed as a numbered receipt; a draft cannot', async () => {
    const paper = (id: string) =>
      candidate.caller.call(contract.getPaper, { params: { id, paper: 'receipt' } });
    const { id, version } = await aDraft();
    expect((await paper(id)).status).toBe(409);
    const { body } = await submit(id, version);
    expect((await paper(id)).body).toMatchObject({ title: '变更申请受理回执', reference: body.reference });
  });
  test('can be withdrawn, and another begun; once', async () => {
    const { id, version } = await aDraft();
    await submit(id, version);
    const withdraw = () => candidate.caller.call(contract.withdrawApplication, { params: { id } });
    expect((await withdraw()).body.state).toBe('withdrawn');
    expect((await withdraw()).body.code).toBe('conflict');
    const again = await begin();
    expect(again.status).toBe(201);
    expect(again.body.id).not.toBe(id);
  });
  test('after a rejection goes on as another version of the same application', async () => {
    const id = await anApplication(product, candidate.id, { state: 'rejected' });
    expect((await begin()).body.id).toBe(id);
    const saved = await save(id, 1, { name: '卓玛措·才让' });
    const { body } = await submit(id, saved.body.version);
    expect(body).toMatchObject({ id, state: 'pending', submission: { no: 2 }, earlier: [{ no: 1 }] });
  });
});

describe('at the same moment', () => {
  const anotherTab = () => Object.assign(createCaller(product), { cookie: candidate.caller.cookie });
  const mine = () =>
    product.services.db.select().from(applications).where(eq(applications.candidate, candidate.id));

  test('twenty tabs begin one application', async () => {
    const replies = await Promise.all(
      Array.from({ length: 20 }, () =>
        anotherTab().call(contract.beginApplication, { body: { kind: 'change' } }),
      ),
    );
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
    expect(await mine()).toHaveLength(1);
  });
  test('two tabs submit once; the same key is answered the same', async () => {
    const { id, version } = await aDraft();
    const key = crypto.randomUUID();
    const replies = await Promise.all([submit(id, version, { 'idempotency-key': key }), submit(id, version)]);
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    const rows = await product.services.db
      .select()
      .from(applicationSubmissions)
      .where(eq(applicationSubmissions.application, id));
    expect(rows).toHaveLength(1);
  });
});
