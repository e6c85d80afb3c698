import { randomInt } from 'node:crypto';
import type { Role } from '@zikao/contract/permissions';
import type { Config } from '#config';
import { hashPassword } from '#platform/crypto';
import type { Db } from '#platform/database';
import { accounts } from '#tables/identity';
import { readTable } from '#seed/read';

/** Of every member of staff outside production; the README names it. */
export const DEMO_PASSWORD = 'Zikao-demo-2027';
// No 0 O, 1 l I: these are copied from a screen by hand.
const LETTERS = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

export interface StaffMember {
  username: string;
  password: string;
  name: string;
}

/** Two of the province, since scores take two to come out, one officer per district, the auditor. In production each has a random password. */
export async function seedStaff(db: Db, { NODE_ENV }: Config): Promise<StaffMember[]> {
  const production = NODE_ENV === 'production';
  const demoHash = production ? '' : await hashPassword(DEMO_PASSWORD);
  const staff = readTable('staff.csv').map((row) => ({
    ...row,
    password: production ? randomPassword() : DEMO_PASSWORD,
  })) as (StaffMember & { role: Role; district: string })[];
  await db.insert(accounts).values(
    await Promise.all(
      staff.map(async ({ username, password, name, role, district }) => ({
        username,
        name,
        role,
        ...(district && { district }),
        passwordHash: production ? await hashPassword(password) : demoHash,
      })),
    ),
  );
  return staff.map(({ username, password, name }) => ({ username, password, name }));
}

/** Four groups of four: about 93 bits, with what the password rule asks for. */
function randomPassword(): string {
  for (;;) {
    const letters = Array.from({ length: 16 }, () => LETTERS[randomInt(LETTERS.length)]!).join('');
    if (/\d/.test(letters) && /[a-z]/.test(letters) && /[A-Z]/.test(letters))
      return letters.replace(/(....)(?!$)/g, '$1-');
  }
}
