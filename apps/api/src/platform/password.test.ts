import { hash } from '@node-rs/argon2';
import { describe, expect, it } from 'vitest';
import { hashPassword, needsRehash, verifyPassword } from '#platform/password';

describe('a password', () => {
  it('is refused when wrong, and when there is no account', async () => {
    const stored = await hashPassword('Qinghai-2027');
    expect(await verifyPassword(stored, 'qinghai-2027')).toBe(false);
    expect(await verifyPassword(stored, '')).toBe(false);
    expect(await verifyPassword(undefined, 'Qinghai-2027')).toBe(false);
  });

  it('is accepted when right, also when typed in full-width characters', async () => {
    const stored = await hashPassword('Qinghai-2027');
    expect(await verifyPassword(stored, 'Qinghai-2027')).toBe(true);
    expect(await verifyPassword(stored, 'Qinghai-2027')).toBe(true);
  });

  it('is stored with the OWASP parameters and a salt of its own', async () => {
    const [one, two] = [await hashPassword('a'), await hashPassword('a')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
  });

  it('is hashed anew at sign-in when its cost is out of date', async () => {
    expect(needsRehash(await hash('a', { memoryCost: 8192, timeCost: 1 }))).toBe(true);
    expect(needsRehash(await hashPassword('a'))).toBe(false);
  });
});
