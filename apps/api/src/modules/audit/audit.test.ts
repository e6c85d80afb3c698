import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAudit, verifyAudit } from '@zikao/contract/audit';
import { getCounts } from '@zikao/contract/review';
import { createTestApp, type TestApp } from '#test/app';
import { type Caller, createCaller } from '#test/caller';
import { aCandidate, anOfficer } from '#test/factories/identity';
import { seal } from './seal.ts';

let product: TestApp;
let auditor: Caller;
beforeAll(async () => {
  product = await createTestApp();
  auditor = (await anOfficer(product, { role: 'auditor' })).caller;
});
afterAll(() => product.close());

const list = async (query: Record<string, string> = {}) =>
  (await auditor.call(listAudit, { query: query as never })).body;

describe('the trail over REST', () => {
  it('is for the auditor alone', async () => {
    const callers = [
      createCaller(product),
      (await aCandidate(product)).caller,
      (await anOfficer(product)).caller,
      (await anOfficer(product, { role: 'province' })).caller,
    ];
    const statuses = await Promise.all(
      callers.flatMap((caller) => [caller.call(listAudit), caller.call(verifyAudit)]),
    );
    expect(statuses.map(({ status }) => status)).toEqual([401, 401, 403, 403, 403, 403, 403, 403]);
    expect((await auditor.call(listAudit, { query: { cursor: '1; drop' } as never })).status).toBe(400);
  });

  it('has what staff looked at, newest first, page by page, by person and by subject', async () => {
    const officer = await anOfficer(product);
    for (let i = 0; i < 3; i++) await officer.caller.call(getCounts);
    const first = await list({ actor: officer.name, limit: '2' });
    const second = await list({ actor: officer.name, limit: '2', cursor: first.next });
    const seqs = [...first.items, ...second.items].map(({ seq }: { seq: string }) => Number(seq));
    expect(seqs).toEqual(seqs.toSorted((a, b) => b - a));
    expect(new Set(seqs).size).toBe(3);
    expect(second.next).toBeUndefined();
    expect(first.items[0]).toMatchObject({
      actor: officer.name,
      role: 'district',
      action: 'review.getCounts',
      subject: '/review',
      ip: '127.0.0.1',
    });
    expect((await list({ subject: '/review' })).items).toHaveLength(3);
    expect((await list({ subject: '/rev' })).items).toEqual([]);
  });

  it('says whether it is intact, and until when it is sealed', async () => {
    await seal(product.services);
    const { body } = await auditor.call(verifyAudit);
    expect(body).toMatchObject({ intact: true, sealedUntil: expect.any(String) });
    expect(body.entries).toBeGreaterThan(3);
    const { items } = await list();
    expect(items.at(-1).hash).toMatch(/^[0-9a-f]{64}$/);
  });
});
