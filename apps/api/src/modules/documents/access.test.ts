import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  deleteDocument,
  getDocument,
  getDocumentFile,
  getDocumentPage,
  listDocuments,
  UNUSED_DAYS,
} from '@zikao/contract/documents';
import { nameDocuments } from '#modules/documents';
import { transaction } from '#platform/context';
import { auditEntries } from '#platform/tables';
import { documents, documentUses } from '#tables/documents';
import { createTestApp, type TestApp } from '#test/app';
import { aCtx } from '#test/ctx';
import { aDocument } from '#test/factories/documents';
import { aCandidate, anOfficer, type TestCandidate } from '#test/factories/identity';
import { sweepDocuments } from './sweep.ts';

/** Applications and the district in charge of each. */
const applications = new Map<string, string>();
let product: TestApp;
beforeAll(async () => {
  product = await createTestApp(
    {},
    { inCharge: async ({ actor }, ids) => ids.some((id) => applications.get(id) === actor.district) },
  );
});
afterAll(() => product.close());

async function anApplication(district = 'T1') {
  const candidate = await aCandidate(product);
  const id = crypto.randomUUID();
  applications.set(id, district);
  return { candidate, id, document: await aDocument(product, candidate.id) };
}
const naming = (candidate: TestCandidate, subject: string, no: number, ids: string[]) =>
  transaction(aCtx(product, candidate), (ctx) =>
    nameDocuments(ctx, { owner: candidate.id, subject, no, ids }),
  );
const remove = ({ caller }: TestCandidate, id: string) => caller.call(deleteDocument, { params: { id } });
const exists = async (id: string) => (await product.services.db.$count(documents, eq(documents.id, id))) > 0;

describe('an officer', () => {
  test('sees what a submission of the own district names, page by page, and never the file itself', async () => {
    const { candidate, id, document } = await anApplication('T1');
    await naming(candidate, id, 1, [document]);
    const { caller } = await anOfficer(product, { district: 'T1' });
    const seen = await caller.call(getDocument, { params: { id: document } });
    expect(seen.body).toMatchObject({ name: '毕业证.jpg', pages: [{ width: 800, height: 600 }] });
    expect(seen.body).not.toHaveProperty('used');
    const page = await caller.call(getDocumentPage, { params: { id: document, page: '1' } as never });
    expect([page.status, page.headers['cache-control']]).toEqual([200, 'private, no-store']);
    expect((await caller.call(getDocumentFile, { params: { id: document } })).status).toBe(403);
    const traced = await product.services.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subject, `document:${document}`));
    expect(traced.map(({ action, candidate: whose }) => [action, whose])).toEqual([
      ['documents.getDocument', candidate.id],
      ['documents.getDocumentPage', candidate.id],
    ]);
  });

  test.each([
    ['of another district', 'T2', 1],
    ['that only a draft names', 'T1', 0],
  ])('does not find a file %s', async (_, district, no) => {
    const { candidate, id, document } = await anApplication(district);
    await naming(candidate, id, no, [document]);
    const { caller } = await anOfficer(product, { district: 'T1' });
    expect((await caller.call(getDocument, { params: { id: document } })).status).toBe(404);
    expect(
      (await caller.call(getDocumentPage, { params: { id: document, page: '1' } as never })).status,
    ).toBe(404);
  });
});

describe('naming', () => {
  test('takes only files that are there and the own, and says which are not', async () => {
    const { candidate, id, document } = await anApplication();
    const other = await aDocument(product, (await aCandidate(product)).id);
    const gone = crypto.randomUUID();
    expect(await naming(candidate, id, 1, [document, other, gone])).toEqual([other, gone]);
    const named = await product.services.db.select().from(documentUses).where(eq(documentUses.subject, id));
    expect(named).toEqual([{ document, subject: id, no: 1 }]);
  });

  test('of a draft lets go of what it names no more; of a submission stays', async () => {
    const { candidate, id, document } = await anApplication();
    const later = await aDocument(product, candidate.id);
    await naming(candidate, id, 0, [document]);
    await naming(candidate, id, 1, [document]);
    await naming(candidate, id, 0, [later]);
    await naming(candidate, id, 2, [later]);
    const named = await product.services.db.select().from(documentUses).where(eq(documentUses.subject, id));
    expect(named.map((use) => [use.no, use.document]).toSorted()).toEqual(
      [
        [0, later],
        [1, document],
        [2, later],
      ].toSorted(),
    );
  });
});

describe('deleting', () => {
  test('takes the file away with its row', async () => {
    const { candidate, document } = await anApplication();
    const [row] = await product.services.db.select().from(documents).where(eq(documents.id, document));
    expect((await remove(candidate, document)).status).toBe(204);
    expect(await product.services.files.exists(row!.file)).toBe(false);
    expect((await remove(candidate, document)).status).toBe(404);
  });

  test('is refused while an application names it, draft or submitted', async () => {
    for (const no of [0, 1]) {
      const { candidate, id, document } = await anApplication();
      await naming(candidate, id, no, [document]);
      expect((await remove(candidate, document)).body).toMatchObject({ status: 409, code: 'document.inUse' });
      const { body } = await candidate.caller.call(listDocuments);
      expect(body.items).toMatchObject([{ id: document, used: true }]);
    }
  });

  test('waits for an application that takes the file at the same moment, and leaves it', async () => {
    const { candidate, id, document } = await anApplication();
    let removing: ReturnType<typeof remove> | undefined;
    await transaction(aCtx(product, candidate), async (ctx) => {
      await nameDocuments(ctx, { owner: candidate.id, subject: id, no: 1, ids: [document] });
      removing = remove(candidate, document);
      await somebodyWaits();
    });
    expect((await removing!).status).toBe(409);
    expect(await exists(document)).toBe(true);
  });

  test('that is faster leaves nothing for the application to take', async () => {
    const { candidate, id, document } = await anApplication();
    const { db } = product.services;
    let named: Promise<string[]> | undefined;
    await db.transaction(async (tx) => {
      await tx.select().from(documents).where(eq(documents.id, document)).for('update');
      named = naming(candidate, id, 1, [document]);
      await somebodyWaits();
      await tx.delete(documents).where(eq(documents.id, document));
    });
    expect(await named).toEqual([document]);
  });
});

test(`what nobody names goes after ${UNUSED_DAYS} days, counted from when it was let go`, async () => {
  const { candidate, id, document: submitted } = await anApplication();
  const [forgotten, fresh, released] = [
    await aDocument(product, candidate.id),
    await aDocument(product, candidate.id),
    await aDocument(product, candidate.id),
  ];
  await naming(candidate, id, 1, [submitted]);
  await naming(candidate, id, 0, [released]);
  const { db } = product.services;
  const old = { neededAt: sql`app_now() - make_interval(days => ${UNUSED_DAYS}, secs => 1)` };
  for (const one of [submitted, forgotten, released])
    await db.update(documents).set(old).where(eq(documents.id, one));
  await naming(candidate, id, 0, []);
  expect(await sweepDocuments(product.services)).toBe(1);
  expect(await Promise.all([submitted, forgotten, fresh, released].map(exists))).toEqual([
    true,
    false,
    true,
    true,
  ]);
});

/** Until somebody waits for a lock. Asked from outside: within a transaction the list of activities stands still. */
async function somebodyWaits(): Promise<void> {
  const waiting = sql`select count(*)::int as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  const count = async () => (await product.services.db.execute<{ count: number }>(waiting)).rows[0]!.count;
  await expect.poll(count, { interval: 5, timeout: 10_000 }).toBe(1);
}
