import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as contract from '@zikao/contract/applications/endpoints';
import { deleteDocument, getDocument } from '@zikao/contract/documents';
import { getCase } from '@zikao/contract/review';
import { documents, documentUses } from '#tables/documents';
import { createTestApp, type TestApp } from '#test/app';
import { applicationTime, changeAnswers } from '#test/factories/applications';
import { aDocument } from '#test/factories/documents';
import { anApprovedCandidate, anExam, DURING } from '#test/factories/enrolments';
import { anOfficer } from '#test/factories/identity';

let product: TestApp;
beforeAll(async () => {
  product = await createTestApp();
  await anExam(product);
  await applicationTime(product);
  await product.at(DURING);
});
afterAll(() => product.close());

/** A draft of 变更申请 that names these files. */
async function aDraft(proof: (owner: string) => Promise<string[]>) {
  const candidate = await anApprovedCandidate(product);
  const { caller } = candidate;
  const begun = await caller.call(contract.beginApplication, { body: { kind: 'change' } });
  const params = { id: begun.body.id as string };
  const body = { ...changeAnswers(), proof: await proof(candidate.id) };
  const match = (version: number) => ({ 'if-match': `"${version}"` });
  const saved = await caller.call(contract.saveApplicationDraft, { params, body }, match(begun.body.version));
  const submit = () => caller.call(contract.submitApplication, { params }, match(saved.body.version));
  return { ...candidate, id: params.id, proof: body.proof, submit };
}

test('a submission with a file that is gone, or another’s, is refused at its field', async () => {
  const stranger = await anApprovedCandidate(product);
  for (const proof of [
    async () => [crypto.randomUUID()],
    async () => [await aDocument(product, stranger.id)],
  ]) {
    const { body } = await (await aDraft(proof)).submit();
    expect(body).toMatchObject({
      code: 'application.refused',
      errors: [{ path: 'proof', message: '证明材料里有已删除的文件，请移除后重新上传' }],
    });
  }
});

test('what is submitted shows its files by name, to the officer of the district alone', async () => {
  const filed = await aDraft(async (owner) => [await aDocument(product, owner, { name: '户口本.pdf' })]);
  const [file] = filed.proof;
  const officer = await anOfficer(product, { district: 'T1' });
  const other = await anOfficer(product, { district: 'T2' });
  const see = (caller: typeof filed.caller) => caller.call(getDocument, { params: { id: file! } });
  expect((await see(officer.caller)).status).toBe(404);
  expect((await filed.submit()).status).toBe(200);
  const { body } = await officer.caller.call(getCase, { params: { queue: 'change', id: filed.id } });
  const rows = body.groups.flatMap((group: { rows: { key: string }[] }) => group.rows);
  expect(rows.find(({ key }: { key: string }) => key === 'proof')).toMatchObject({
    text: '户口本.pdf',
    files: [{ id: file, name: '户口本.pdf' }],
  });
  expect((await see(officer.caller)).status).toBe(200);
  expect((await see(other.caller)).status).toBe(404);
});

test('a submitted file cannot be deleted, that of a draft given up can', async () => {
  const own = async (owner: string) => [await aDocument(product, owner)];
  const [kept, left] = [await aDraft(own), await aDraft(own)];
  await kept.submit();
  await left.caller.call(contract.withdrawApplication, { params: { id: left.id } });
  const remove = ({ caller, proof }: typeof kept) =>
    caller.call(deleteDocument, { params: { id: proof[0]! } });
  expect((await remove(kept)).body.code).toBe('document.inUse');
  expect((await remove(left)).status).toBe(204);
  const { db } = product.services;
  expect(await db.$count(documents, eq(documents.id, kept.proof[0]!))).toBe(1);
  const uses = await db.select().from(documentUses).where(eq(documentUses.subject, kept.id));
  expect(uses.map(({ no }) => no).toSorted()).toEqual([0, 1]);
});
