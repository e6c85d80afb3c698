import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getNotice, getSite, getText } from '@zikao/contract/exams';
import * as contract from '@zikao/contract/texts';
import { texts } from '#tables/exams';
import { createTestApp, type TestApp } from '#test/app';
import { createCaller, type Caller } from '#test/caller';
import { anOfficer, aSession } from '#test/factories/identity';

const NOW = '2027-02-01T02:00:00.000Z';
const LATER = '2027-02-02T02:00:00.000Z';

let product: TestApp;
let office: Caller;
beforeAll(async () => {
  product = await createTestApp();
  await product.at(NOW);
  const { id } = await anOfficer(product, { role: 'province' });
  office = createCaller(product);
  office.cookie = (await aSession(product, id)).cookie;
});
afterAll(() => product.close());

const anyone = () => createCaller(product);
const at = (version: number) => ({ 'if-match': `"${version}"` });
type Body = { kind?: contract.TextHead['kind']; of?: string; edition?: string; body?: string };

async function drafted(given: Body = {}) {
  const body = { kind: 'notice' as const, title: '考点调整', body: '第一版', ...given };
  return (await office.call(contract.draftText, { body })).body;
}
const published = async (given: Body = {}, when?: string) => {
  const { id, version } = await drafted(given);
  const call = { params: { text: id }, body: when ? { at: when } : {} };
  return (await office.call(contract.publishText, call, at(version))).body;
};
const read = (id: string) => anyone().call(getNotice, { params: { id } });

describe('a draft', () => {
  it('is read by nobody outside', async () => {
    const { id, state, edition } = await drafted();
    expect([state, edition]).toEqual(['draft', '1']);
    expect((await read(id)).status).toBe(404);
    const { body } = await anyone().call(contract.listNotices, { query: {} });
    expect(JSON.stringify(body)).not.toContain(id);
  });

  it('is refused without a title, with a number taken, and for a notice that is none', async () => {
    const { status, body } = await office.call(contract.draftText, {
      body: { kind: 'notice', title: ' ', body: '\n' },
    });
    expect([status, body.errors.map(({ path }: { path: string }) => path)]).toEqual([422, ['title']]);
    expect((await drafted({ kind: 'rules', edition: '1' })).code).toBe('text.editionTaken');
    expect((await drafted({ of: 'rules-1' })).code).toBe('notFound');
  });

  it('is saved at the version last seen only', async () => {
    const { id, version } = await drafted();
    const save = (seen: number, body: string) =>
      office.call(contract.saveText, { params: { text: id }, body: { title: '考点调整', body } }, at(seen));
    expect((await save(version, '改\r\n过\u0000')).body).toMatchObject({
      body: '改\n过',
      version: version + 1,
    });
    expect((await save(version, '又一个窗口')).body.code).toBe('request.stale');
  });

  it('goes when it is discarded', async () => {
    const { id, version } = await drafted();
    const params = { text: id };
    expect((await office.call(contract.discardText, { params }, at(version))).status).toBe(204);
    expect((await office.call(contract.getTextVersion, { params })).status).toBe(404);
  });
});

describe('publishing', () => {
  it('is refused while nothing is written', async () => {
    const { id, version } = await drafted({ body: ' \n' });
    const { status, body } = await office.call(
      contract.publishText,
      { params: { text: id }, body: {} },
      at(version),
    );
    expect([status, body.errors[0].message]).toEqual([422, '请先写正文，保存后再发布']);
  });

  it('at a past moment is refused', async () => {
    const { id, version } = await drafted();
    const call = { params: { text: id }, body: { at: NOW } };
    const { status, body } = await office.call(contract.publishText, call, at(version));
    expect([status, body.errors[0].path]).toEqual([422, 'at']);
  });

  it('shows a notice to everybody at once, and on the site', async () => {
    const { id, state, publishedAt } = await published();
    expect([state, publishedAt]).toEqual(['inForce', NOW]);
    expect((await read(id)).body).toMatchObject({ id, version: '1', body: '第一版' });
    expect((await anyone().call(getSite, {})).body.notices[0].id).toBe(id);
  });

  it('at a set time takes effect at that moment, and can be called off before', async () => {
    const { id, state, version } = await published({}, LATER);
    expect(state).toBe('scheduled');
    expect((await read(id)).status).toBe(404);
    await product.at(LATER);
    expect((await read(id)).status).toBe(200);
    await product.at(NOW);
    const params = { text: id };
    const back = await office.call(contract.unscheduleText, { params }, at(version));
    expect(back.body.state).toBe('draft');
    await product.at(LATER);
    expect((await read(id)).status).toBe(404);
    await product.at(NOW);
  });

  it('of a newer version keeps the address and the older version, and changes what everybody reads', async () => {
    const first = await published();
    const next = await drafted({ of: first.id, body: '第二版' });
    expect(next).toMatchObject({ edition: '2', series: first.id, former: { body: '第一版' } });
    await office.call(contract.publishText, { params: { text: next.id }, body: {} }, at(next.version));
    expect((await read(first.id)).body).toMatchObject({ id: first.id, version: '2', body: '第二版' });
    const { body } = await office.call(contract.listTexts, { query: { series: first.id } });
    expect(body.items.map(({ state }: contract.TextHead) => state).toSorted()).toEqual(['former', 'inForce']);
  });

  it('of another kind puts it in force for its agreements', async () => {
    const { edition } = await published({ kind: 'candidateNotice', body: '新须知' });
    const { body } = await anyone().call(getText, { params: { kind: 'candidateNotice' } });
    expect(body).toMatchObject({ version: edition, body: '新须知' });
  });

  it('is once: neither the interface nor the database changes it afterwards', async () => {
    const { id, version } = await published();
    const params = { text: id };
    const save = { params, body: { title: '标题', body: '改' } };
    expect((await office.call(contract.saveText, save, at(version))).body.code).toBe('text.published');
    expect((await office.call(contract.discardText, { params }, at(version))).body.code).toBe(
      'text.published',
    );
    const { db } = product.services;
    await expect(db.update(texts).set({ body: '改' }).where(eq(texts.id, id))).rejects.toThrow();
    await expect(db.delete(texts).where(eq(texts.id, id))).rejects.toThrow();
  });
});

describe('withdrawing', () => {
  const withdraw = (id: string, version: number) =>
    office.call(contract.withdrawNotice, { params: { text: id }, body: { reason: '日期有误' } }, at(version));

  it('is refused for what is no notice, and for a draft', async () => {
    const rules = await office.call(contract.getTextVersion, { params: { text: 'rules-1' } });
    expect((await withdraw('rules-1', rules.body.version)).body.code).toBe('text.notWithdrawable');
    const { id, version } = await drafted();
    expect((await withdraw(id, version)).body.code).toBe('text.notWithdrawable');
  });

  it('takes the notice with all its versions; its address says so; a new version brings it back', async () => {
    const first = await published();
    const second = await published({ of: first.id, body: '第二版' });
    const gone = await withdraw(second.id, second.version);
    expect(gone.body).toMatchObject({ state: 'withdrawn', withdrawn: { reason: '日期有误' } });
    expect((await read(first.id)).body).toMatchObject({ status: 404, detail: '这则公告已撤回。' });
    const { body } = await anyone().call(contract.listNotices, { query: { limit: 100 } });
    expect(JSON.stringify(body)).not.toContain(first.id);
    await published({ of: first.id, body: '第三版' });
    expect((await read(first.id)).body).toMatchObject({ version: '3', body: '第三版' });
  });
});

describe('the public list', () => {
  it('goes on by cursor without gap or repetition, and finds by title', async () => {
    const seen: string[] = [];
    for (let cursor: string | undefined, page = 0; page < 50; page += 1) {
      const { body } = await anyone().call(contract.listNotices, {
        query: { limit: 2, ...(cursor && { cursor }) },
      });
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      cursor = body.next;
      if (!cursor) break;
    }
    const all = (await anyone().call(contract.listNotices, { query: { limit: 100 } })).body.items;
    expect(seen).toEqual(all.map(({ id }: { id: string }) => id));
    const found = await anyone().call(contract.listNotices, { query: { search: '合档' } });
    expect(found.body.items.map(({ id }: { id: string }) => id)).toEqual(['notice-merge']);
    expect((await anyone().call(contract.listNotices, { query: { cursor: 'bm9uZQ' } })).status).toBe(400);
  });

  it('may be kept by a cache, which asks whether it changed', async () => {
    const ask = (headers = {}) => anyone().call(contract.listNotices, { query: {} }, headers);
    const { headers } = await ask();
    expect(headers['cache-control']).toBe('public, max-age=0, s-maxage=15');
    const etag = String(headers['etag']);
    expect((await ask({ 'if-none-match': etag })).status).toBe(304);
    await published();
    expect((await ask({ 'if-none-match': etag })).status).toBe(200);
    expect((await anyone().call(getSite, {})).headers['cache-control']).toBe('private, no-store');
  });
});
