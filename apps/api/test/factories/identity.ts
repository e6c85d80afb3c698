import { randomInt } from 'node:crypto';
import { asc } from 'drizzle-orm';
import { idCheckDigit } from '@zikao/contract/codes/id-number';
import type { Role } from '@zikao/contract/permissions';
import { sealIdNumber, sealPhone } from '#modules/identity';
import { hashPassword, hashToken, randomToken } from '#platform/crypto';
import { profiles } from '#tables/candidates';
import { districts } from '#tables/exams';
import { accounts, sessions } from '#tables/identity';
import type { TestApp } from '#test/app';
import { createCaller, type Caller } from '#test/caller';

export const PASSWORD = 'Huanghe-2027';
const passwordHash = hashPassword(PASSWORD);

let lastNumber = randomInt(5_000_000);

/** A valid ID number nobody has yet: counted on, since two drawn by lot would meet one day. */
export function anIdNumber({ sex = '2', birth = '19990514' }: { sex?: '1' | '2'; birth?: string } = {}) {
  lastNumber = (lastNumber + 1) % 5_000_000;
  const serial = (lastNumber % 500) * 2 + (sex === '1' ? 1 : 0);
  const area = String(Math.floor(lastNumber / 500)).padStart(4, '0');
  const first17 = `63${area}${birth}${String(serial).padStart(3, '0')}`;
  return first17 + idCheckDigit(first17);
}

export const aPhone = () => `13${randomInt(9)}${String(randomInt(100_000_000)).padStart(8, '0')}`;

export interface TestCandidate {
  id: string;
  caller: Caller;
  idNumber: string;
  phone: string;
  name: string;
  password: string;
}

/** A registered candidate, signed in. With `district`: also an empty profile that belongs there. */
export async function aCandidate(
  product: TestApp,
  given: Partial<Pick<TestCandidate, 'idNumber' | 'phone' | 'name' | 'password'>> & {
    district?: string;
  } = {},
): Promise<TestCandidate> {
  const { db, keys } = product.services;
  const { idNumber = anIdNumber(), phone = aPhone(), name = '卓玛措', password = PASSWORD } = given;
  const [row] = await db
    .insert(accounts)
    .values({
      role: 'candidate',
      name,
      ...sealIdNumber(keys, idNumber),
      ...sealPhone(keys, phone),
      passwordHash: await (password === PASSWORD ? passwordHash : hashPassword(password)),
      consentVersion: '1',
      consentAt: new Date(),
    })
    .returning({ id: accounts.id });
  const { id } = row!;
  if (given.district) await db.insert(profiles).values({ id, district: given.district });
  return { id, caller: await aSession(product, id), idNumber, phone, name, password };
}

export interface TestOfficer {
  id: string;
  caller: Caller;
  username: string;
  name: string;
  password: string;
  district?: string;
}

/** Somebody of the staff, signed in. A district officer without `district` gets the first one. */
export async function anOfficer(
  product: TestApp,
  { role = 'district', district }: { role?: Exclude<Role, 'candidate'>; district?: string } = {},
): Promise<TestOfficer> {
  const { db } = product.services;
  const username = `staff-${randomInt(1e9)}`;
  const name = '考区工作人员甲';
  const where = role === 'district' ? (district ?? (await firstDistrict(product))) : undefined;
  const [row] = await db
    .insert(accounts)
    .values({ role, name, username, passwordHash: await passwordHash, ...(where && { district: where }) })
    .returning({ id: accounts.id });
  const caller = await aSession(product, row!.id);
  return { id: row!.id, caller, username, name, password: PASSWORD, ...(where && { district: where }) };
}

/** A signed-in browser. Its session outlives every moment a test sets the clock to. */
export async function aSession(product: TestApp, account: string): Promise<Caller> {
  const { db, config } = product.services;
  const token = randomToken();
  const far = new Date('2100-01-01T00:00:00Z');
  await db.insert(sessions).values({
    tokenHash: hashToken(token, config.CRYPTO),
    account,
    lastSeenAt: far,
    endsAt: far,
    ip: '127.0.0.1',
    device: 'Chrome（Linux）',
  });
  const caller = createCaller(product);
  caller.cookie = `session=${token}`;
  return caller;
}

async function firstDistrict({ services: { db } }: TestApp): Promise<string> {
  const [first] = await db.select({ code: districts.code }).from(districts).orderBy(asc(districts.position));
  return first?.code ?? '01';
}
