import { readFileSync } from 'node:fs';
import { eq, sql, TransactionRollbackError } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KINDS } from '@zikao/contract/applications/kinds/index';
import { fieldLabels } from '@zikao/contract/forms/form';
import { tablesOf } from '@zikao/contract/forms/codes';
import { enrolmentForm } from '@zikao/contract/enrolments';
import { judge, PhotoProfile, sizeValues } from '@zikao/contract/measures';
import { LIMITS } from '@zikao/contract/measures-limits';
import { PROFILE_LABELS, profileForm } from '@zikao/contract/profile-form';
import { readConfig } from '#config';
import { codeTables, currentSession, majorsOf, offeringsOf, photoProfile, planOf } from '#modules/exams';
import { verifyPassword } from '#platform/crypto';
import { openDatabase } from '#platform/database';
import { auditEntries } from '#platform/tables';
import { seedOnce, type Seeded } from '#seed/seed';
import { DEMO_PASSWORD } from '#seed/staff';
import { districts, planCourses, reasonChoices, texts } from '#tables/exams';
import { accounts } from '#tables/identity';
import { createTestDatabase } from '#test/database';

const config = readConfig({ NODE_ENV: 'test' });
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let one: ReturnType<typeof openDatabase>;
let two: ReturnType<typeof openDatabase>;
let results: (Seeded | undefined)[];

beforeAll(async () => {
  database = await createTestDatabase();
  one = openDatabase(database.url, 4);
  two = openDatabase(database.url, 4);
  results = await Promise.all([one, two].map(({ db }) => seedOnce({ db, config })));
});
afterAll(async () => {
  await one.close();
  await two.close();
  await database.drop();
});

describe('the first start', () => {
  it('seeds once when two processes start together, and never again', async () => {
    expect(results.filter((result) => result !== undefined)).toHaveLength(1);
    expect(await seedOnce({ db: one.db, config })).toBeUndefined();
    expect(await one.db.$count(districts)).toBe(9);
  });

  it('leaves no trace of a seed that fails half way', async () => {
    const empty = await createTestDatabase();
    const { db, close } = openDatabase(empty.url, 2);
    await db.execute(sql`alter table accounts add constraint no_staff check (role = 'candidate')`);
    await expect(seedOnce({ db, config })).rejects.toThrow();
    expect(await db.$count(districts)).toBe(0);
    expect(await db.$count(auditEntries)).toBe(0);
    await close();
    await empty.drop();
  });

  it('leaves a province filled before the limits of its photos, and gives it those that came later', async () => {
    const files = ['0003_photo_limits.sql', '0013_card_face_limit.sql'];
    const own = { sharpness: { failBelow: 33 } };
    const { db } = one;
    const later = db.transaction(async (tx) => {
      await tx.execute(
        sql`update province set photo_profile = jsonb_set(photo_profile, '{limits}', ${JSON.stringify(own)}::jsonb)`,
      );
      for (const file of files) {
        const migration = new URL(`../migrations/${file}`, import.meta.url);
        await tx.execute(sql.raw(readFileSync(migration, 'utf8')));
      }
      const { limits } = PhotoProfile.parse(await photoProfile({ db: tx }));
      expect(Object.keys(limits).toSorted()).toEqual(Object.keys(LIMITS).toSorted());
      expect(limits['sharpness']).toEqual(own.sharpness);
      tx.rollback();
    });
    await expect(later).rejects.toThrow(TransactionRollbackError);
  });

  it('makes two officers for the province, one for each district and an auditor, with the demo password', async () => {
    const staff = results.find((result) => result)!.staff;
    expect(staff.map(({ username }) => username)).toEqual(
      'province province2 xining haidong haibei huangnan hainan guoluo yushu haixi golmud auditor'.split(' '),
    );
    const [xining] = await one.db.select().from(accounts).where(eq(accounts.username, 'xining'));
    expect(xining).toMatchObject({ role: 'district', district: '630100', name: '西宁市考区工作人员' });
    expect(await verifyPassword(xining!.passwordHash, DEMO_PASSWORD)).toBe(true);
  });

  it('gives everyone a random password of their own in production', async () => {
    const other = await createTestDatabase();
    const { db, close } = openDatabase(other.url, 2);
    const made = await seedOnce({ db, config: { ...config, NODE_ENV: 'production' } });
    const passwords = made!.staff.map(({ password }) => password);
    expect(new Set(passwords).size).toBe(12);
    for (const password of passwords) expect(password).toMatch(/^(\w{4}-){3}\w{4}$/);
    await close();
    await other.drop();
  });
});

describe('the seeded data', () => {
  it('has entries for every table the forms ask for', async () => {
    const names = [...new Set([...tablesOf(profileForm), ...tablesOf(enrolmentForm)])];
    const tables = await codeTables(one, names);
    for (const name of names) expect([name, tables[name]!.length > 0]).toEqual([name, true]);
    expect(tables.nation).toHaveLength(56);
    expect(tables.sex!.map(({ name }) => name)).toEqual(['男', '女']);
  });

  it('gives districts four digits each, none twice', async () => {
    const rows = await one.db.select().from(districts);
    expect(new Set(rows.map(({ prefix }) => prefix)).size).toBe(9);
    for (const { prefix } of rows) expect(prefix).toMatch(/^\d{4}$/);
  });

  it('offers every planned paper once, several of each plan in each half-day', async () => {
    const session = (await currentSession(one))!;
    const offered = await offeringsOf(one, session.id);
    expect(offered.length).toBeGreaterThan(50);
    for (const major of ['030101K', '050101', '080901', '040106']) {
      const plan = (await planOf(one, major))!;
      const perSlot = session.slots.map(({ no }) => plan.courses.filter(({ slot }) => slot === no).length);
      expect(Math.min(...perSlot)).toBeGreaterThanOrEqual(3);
    }
  });

  it('lets a practice part be taken only with its theory part known; a thesis has no half-day', async () => {
    const session = (await currentSession(one))!;
    const practice = (await offeringsOf(one, session.id)).filter((course) => course.practice);
    expect(practice.length).toBeGreaterThan(5);
    for (const course of practice) expect(course.theory).toMatch(/^\d{5}$/);
    expect(
      (await planOf(one, '030101K'))!.courses.find(({ code }) => code === '14850')!.slot,
    ).toBeUndefined();
  });

  it('marks every major whose plan is from elsewhere as 示例', async () => {
    const planned = new Set((await one.db.select().from(planCourses)).map(({ major }) => major));
    const withPlan = (await majorsOf(one)).filter(({ code }) => planned.has(code));
    expect(withPlan).toHaveLength(9);
    for (const { name } of withPlan) expect(name).toMatch(/示例/);
  });

  it('binds every reason to a field of its form', async () => {
    const kinds = Object.values(KINDS).map(({ key, form }) => [key, fieldLabels(form)]);
    const labels: Record<string, Record<string, string>> = {
      profiles: PROFILE_LABELS,
      enrolments: fieldLabels(enrolmentForm),
      ...Object.fromEntries(kinds),
    };
    const rows = await one.db.select().from(reasonChoices);
    for (const { queue, field } of rows) expect(labels[queue]).toHaveProperty(field);
    expect(new Set(rows.map(({ queue }) => queue))).toEqual(new Set(Object.keys(labels)));
  });

  it('has a photo standard that judges 480 × 640', async () => {
    const profile = PhotoProfile.parse(await photoProfile(one));
    const verdict = (width: number) =>
      judge(profile, sizeValues(profile, { width, height: (width * 4) / 3, bytes: 90_000 })).verdict;
    expect([verdict(480), verdict(479)]).toEqual(['pass', 'fail']);
  });

  it('fills in every date of every text', async () => {
    const rows = await one.db.select().from(texts);
    expect(rows.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['candidateNotice', 'prospectus', 'privacy', 'rules', 'notice']),
    );
    for (const { body } of rows) expect(body).not.toMatch(/\{\{|undefined/);
  });
});
