import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getSession } from '@zikao/contract/identity';
import { claimCase, claimNext, listCases } from '@zikao/contract/review';
import { getOwnWork, holdDecision } from '@zikao/contract/review-held';
import * as contract from '@zikao/contract/staff';
import { auditEntries } from '#platform/tables';
import { profiles } from '#tables/candidates';
import { accounts } from '#tables/identity';
import { claims } from '#tables/review';
import { createTestApp, type TestApp } from '#test/app';
import { aCandidate, anOfficer, aSession, type TestOfficer } from '#test/factories/identity';
import { aSubmittedProfile, DISTRICT, OTHER_DISTRICT } from '#test/factories/review';

let product: TestApp;
let province: TestOfficer;
beforeAll(async () => {
  product = await createTestApp();
  await product.at('2027-03-08T10:00:00Z');
  province = await anOfficer(product, { role: 'province' });
});
afterAll(() => product.close());

const reason = '调离工作岗位';
const of = (account: string) => ({ params: { account }, body: { reason } });
const create = (more: object = {}) =>
  province.caller.call(contract.createStaff, {
    body: {
      role: 'auditor',
      name: '审计员甲',
      username: `a${crypto.randomUUID().slice(0, 8)}`,
      reason: '新到岗的同事',
      ...more,
    },
  });
const change = (account: string, body: object) =>
  province.caller.call(contract.changeStaff, { params: { account }, body: { reason, ...body } as never });
const sessionOf = async ({ caller }: TestOfficer) => (await caller.call(getSession)).body;
const trailOf = async (account: string) => {
  const rows = await product.services.db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.subject, `account:${account}`))
    .orderBy(auditEntries.seq);
  return rows.filter(({ actor }) => actor === province.id).map(({ why }) => why);
};
const queue = 'profiles';
const take = ({ caller }: TestOfficer, id: string) =>
  caller.call(claimCase, { params: { queue, id }, body: { takeOver: false } });

describe('refusals', () => {
  test('role and district go together, the user name is free, the district is one, and why is said', async () => {
    const paths = async (more: object) =>
      (await create(more)).body.errors?.map(({ path }: { path: string }) => path);
    expect(await paths({ role: 'district' })).toEqual(['district']);
    expect(await paths({ district: DISTRICT })).toEqual(['district']);
    expect(await paths({ role: 'district', district: 'none' })).toEqual(['district']);
    expect(await paths({ role: 'candidate' })).toEqual(['role']);
    expect(await paths({ username: 'Zhang San' })).toEqual(['username']);
    expect(await paths({ reason: '无' })).toEqual(['reason']);
    expect((await create({ username: province.username })).body.code).toBe('staff.usernameTaken');
  });

  test('nobody deals with their own account', async () => {
    const own = of(province.id);
    const calls = [
      contract.deactivateStaff,
      contract.resetStaffTotp,
      contract.resetStaffPassword,
      contract.reactivateStaff,
      contract.signOutStaff,
    ];
    for (const call of calls) expect((await province.caller.call(call, own)).body.code).toBe('staff.self');
    expect((await change(province.id, { role: 'auditor', name: '省考办' })).body.code).toBe('staff.self');
    const { session } = (await province.caller.call(contract.getStaff, of(province.id))).body.sessions;
    const one = { params: own.params, body: { reason, session } };
    expect((await province.caller.call(contract.signOutStaff, one)).body.code).toBe('staff.self');
    const { staff } = (await province.caller.call(contract.getStaff, own)).body;
    expect(staff).toMatchObject({ self: true, active: true, actions: [] });
  });

  test('a candidate’s account is not there', async () => {
    const candidate = await aCandidate(product);
    for (const call of [contract.deactivateStaff, contract.resetStaffPassword, contract.signOutStaff])
      expect((await province.caller.call(call, of(candidate.id))).status).toBe(404);
    expect((await province.caller.call(contract.getStaff, of(candidate.id))).status).toBe(404);
    const { items } = (await province.caller.call(contract.listStaff)).body;
    expect(items.map(({ id }: { id: string }) => id)).not.toContain(candidate.id);
  });

  test('what an account is not in a state for', async () => {
    const { id } = await anOfficer(product);
    const code = async (call: typeof contract.resetStaffTotp | typeof contract.reactivateStaff) =>
      (await province.caller.call(call, of(id))).body.code;
    expect(await code(contract.reactivateStaff)).toBe('conflict');
    expect(await code(contract.resetStaffTotp)).toBe('conflict');
    await province.caller.call(contract.deactivateStaff, of(id));
    expect(await code(contract.deactivateStaff)).toBe('conflict');
    expect(await code(contract.resetStaffPassword)).toBe('conflict');
    expect(await code(contract.signOutStaff)).toBe('conflict');
  });
});

describe('an officer put out of use', () => {
  test('is out at once and told so, holds nothing, and comes back with a temporary password', async () => {
    const officer = await anOfficer(product, { district: DISTRICT });
    const { id } = await aSubmittedProfile(product);
    expect((await take(officer, id)).status).toBe(200);
    const off = await province.caller.call(contract.deactivateStaff, of(officer.id));
    expect(off.body).toMatchObject({ active: false, actions: ['change', 'reactivate'] });
    expect((await officer.caller.call(listCases, { params: { queue }, query: {} })).status).toBe(401);
    expect(await sessionOf(officer)).toEqual({ session: null, ended: 'deactivated' });
    expect(await product.services.db.$count(claims, eq(claims.officer, officer.id))).toBe(0);
    const back = await province.caller.call(contract.reactivateStaff, of(officer.id));
    expect(back.body).toMatchObject({ staff: { active: true }, until: '2027-03-11T10:00:00.000Z' });
    // The session of before stays ended.
    expect((await sessionOf(officer)).session).toBeNull();
    expect(await trailOf(officer.id)).toEqual([`停用：${reason}（放回 1 件审核）`, `重新启用：${reason}`]);
  });

  test('decides nothing any more: what could still be taken back does not take effect', async () => {
    const officer = await anOfficer(product, { district: DISTRICT });
    const { id, name } = await aSubmittedProfile(product);
    const decided = async () => {
      await take(officer, id);
      const body = { decision: 'approve' } as const;
      await officer.caller.call(holdDecision, { params: { queue, id }, body }, { 'if-match': '"1"' });
    };
    await decided();
    await province.caller.call(contract.deactivateStaff, of(officer.id));
    await product.at('2027-03-08T10:00:10Z');
    await product.settle();
    const stateOf = async () =>
      (await product.services.db.select().from(profiles).where(eq(profiles.id, id)))[0]!.state;
    expect(await stateOf()).toBe('pending');
    // A colleague may take it; whoever comes back reads why.
    const colleague = await anOfficer(product, { district: DISTRICT });
    expect((await take(colleague, id)).status).toBe(200);
    await product.services.db.update(accounts).set({ active: true }).where(eq(accounts.id, officer.id));
    officer.caller.cookie = (await aSession(product, officer.id)).cookie;
    const [notice] = (await officer.caller.call(getOwnWork)).body.notices;
    expect(notice.text).toBe(`您对${name}的决定没有生效：作出决定的账号已经停用。`);
  });

  test('has no cases kept any more that come again', async () => {
    const officer = await anOfficer(product, { district: OTHER_DISTRICT });
    const colleague = await anOfficer(product, { district: OTHER_DISTRICT });
    const { id } = await aSubmittedProfile(product, { district: OTHER_DISTRICT });
    const reservedUntil = new Date('2027-03-09T10:00:00Z');
    await product.services.db
      .update(profiles)
      .set({ reservedFor: officer.id, reservedUntil })
      .where(eq(profiles.id, id));
    const next = async () =>
      (await colleague.caller.call(claimNext, { params: { queue } })).body.id as string | null;
    expect([await next(), (await take(colleague, id)).body.code]).toEqual([null, 'review.claimed']);
    await change(officer.id, { role: 'district', district: DISTRICT, name: officer.name });
    expect(await next()).toBe(id);
  });
});

describe('changes', () => {
  test('another name changes nothing else; another district ends the sessions and puts back what was held', async () => {
    const officer = await anOfficer(product, { district: DISTRICT });
    const { id } = await aSubmittedProfile(product);
    await take(officer, id);
    const named = await change(officer.id, { role: 'district', district: DISTRICT, name: '李·梅朵' });
    expect(named.body).toMatchObject({ name: '李·梅朵', district: { code: DISTRICT, name: '西宁市' } });
    expect((await sessionOf(officer)).session).toMatchObject({ name: '李·梅朵' });
    expect(await product.services.db.$count(claims, eq(claims.officer, officer.id))).toBe(1);

    await change(officer.id, { role: 'district', district: OTHER_DISTRICT, name: '李·梅朵' });
    expect(await sessionOf(officer)).toEqual({ session: null, ended: 'changed' });
    expect(await product.services.db.$count(claims, eq(claims.officer, officer.id))).toBe(0);
    officer.caller.cookie = (await aSession(product, officer.id)).cookie;
    expect((await take(officer, id)).status).toBe(404);
    expect(await trailOf(officer.id)).toEqual([
      `修改账号（${officer.name} → 李·梅朵）：${reason}`,
      `修改账号（西宁市 考区工作人员 → 海东市 考区工作人员）：${reason}（放回 1 件审核）`,
    ]);
  });

  test('an officer of another role has no district', async () => {
    const officer = await anOfficer(product, { district: DISTRICT });
    const { body } = await change(officer.id, { role: 'auditor', name: officer.name });
    expect([body.role, body.district]).toEqual(['auditor', undefined]);
    officer.caller.cookie = (await aSession(product, officer.id)).cookie;
    expect((await officer.caller.call(listCases, { params: { queue }, query: {} })).status).toBe(403);
  });
});

test('sessions of others are seen, and ended one by one or all', async () => {
  const officer = await anOfficer(product, { district: DISTRICT });
  const second = await aSession(product, officer.id);
  const shown = async () => (await province.caller.call(contract.getStaff, of(officer.id))).body.sessions;
  const [{ id: session, device }] = await shown();
  expect([device, (await shown()).length]).toEqual(['Chrome（Linux）', 2]);
  const out = (more: object) =>
    province.caller.call(contract.signOutStaff, { ...of(officer.id), body: { reason, ...more } });
  expect((await out({ session })).status).toBe(200);
  expect((await out({ session })).status).toBe(404);
  // Another's session is not found under this account.
  const [foreign] = (await province.caller.call(contract.getStaff, of(province.id))).body.sessions;
  expect((await out({ session: foreign.id })).status).toBe(404);
  expect(await shown()).toHaveLength(1);
  expect((await out({})).status).toBe(200);
  expect(await shown()).toEqual([]);
  expect((await second.call(getSession)).body).toEqual({ session: null, ended: 'signedOut' });
});

test('a retried creation makes one account, and tells the same password again', async () => {
  const body = { role: 'auditor' as const, name: '审计员乙', username: 'auditor-once', reason };
  const key = { 'idempotency-key': crypto.randomUUID() };
  const first = await province.caller.call(contract.createStaff, { body }, key);
  const again = await province.caller.call(contract.createStaff, { body }, key);
  expect([first.status, again.body.password]).toEqual([201, first.body.password]);
  expect((await province.caller.call(contract.createStaff, { body })).body.code).toBe('staff.usernameTaken');
});
