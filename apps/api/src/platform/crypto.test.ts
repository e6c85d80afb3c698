import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  blindIndex,
  decrypt,
  decryptText,
  encrypt,
  hashToken,
  loadKeys,
  randomToken,
} from '#platform/crypto';
import { newRing, openRing, renewIndex, rotate, rotateFile, type Suite } from '#platform/keys';

const idNumber = '630102199901011234';
const suites: Suite[] = ['intl', 'gm'];

describe.each(suites)('sealing with %s', (suite) => {
  const ring = newRing(suite);
  const keys = openRing(ring, suite);

  it('refuses a value with any single bit changed, header included', () => {
    const sealed = encrypt(keys, 'accounts.idNumber', idNumber);
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed[at]! ^= 1;
      expect(() => decrypt(keys, 'accounts.idNumber', changed), `byte ${at}`).toThrow();
    }
  });

  it('refuses a value cut short or lengthened', () => {
    const sealed = encrypt(keys, 'a', idNumber);
    for (const wrong of [
      Buffer.alloc(0),
      sealed.subarray(0, 3),
      sealed.subarray(0, -1),
      Buffer.concat([sealed, sealed]),
    ])
      expect(() => decrypt(keys, 'a', wrong)).toThrow();
  });

  it('refuses a value moved to another column', () => {
    expect(() => decrypt(keys, 'accounts.mobile', encrypt(keys, 'accounts.idNumber', idNumber))).toThrow(
      /belongs elsewhere/,
    );
  });

  it('refuses a value of a key it does not have, and one of another ring under the same id', () => {
    const newer = openRing(rotate(ring), suite);
    expect(() => decrypt(keys, 'a', encrypt(newer, 'a', idNumber))).toThrow('key 2 is not in the key ring');
    expect(() => decrypt(openRing(newRing(suite), suite), 'a', encrypt(keys, 'a', idNumber))).toThrow();
  });

  it('opens what it sealed: text, empty text and bytes', () => {
    for (const text of [idNumber, '', '青海省西宁市城中区𬭎'])
      expect(decryptText(keys, 'a', encrypt(keys, 'a', text))).toBe(text);
    const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, i) => i % 251));
    expect(decrypt(keys, 'a', encrypt(keys, 'a', bytes)).equals(bytes)).toBe(true);
  });

  it('opens what an older key sealed after the rotation, and seals with the newer one', () => {
    const old = encrypt(keys, 'a', idNumber);
    const rotated = openRing(rotate(rotate(ring)), suite);
    expect(decryptText(rotated, 'a', old)).toBe(idNumber);
    expect(encrypt(rotated, 'a', idNumber).readUInt16BE(1)).toBe(3);
  });

  it('never seals twice alike', () => {
    const seen = new Set(Array.from({ length: 5000 }, () => encrypt(keys, 'a', idNumber).toString('base64')));
    expect(seen.size).toBe(5000);
  });

  it('keeps the blind index through a rotation, and tells columns apart', () => {
    const index = blindIndex(keys, 'idNumber', idNumber);
    expect(index).toHaveLength(32);
    expect(blindIndex(openRing(rotate(ring), suite), 'idNumber', idNumber).equals(index)).toBe(true);
    expect(blindIndex(keys, 'mobile', idNumber).equals(index)).toBe(false);
    expect(blindIndex(openRing(renewIndex(ring, suite), suite), 'idNumber', idNumber).equals(index)).toBe(
      false,
    );
  });
});

describe('changing the suite', () => {
  const ring = newRing('intl');

  it('opens values of both suites side by side', () => {
    const [intl, gm] = [openRing(ring, 'intl'), openRing(ring, 'gm')];
    const values = [encrypt(intl, 'a', 'one'), encrypt(gm, 'a', 'two')];
    expect(values.map((value) => value[0])).toEqual([1, 2]);
    for (const keys of [intl, gm])
      expect(values.map((value) => decryptText(keys, 'a', value))).toEqual(['one', 'two']);
  });

  it('does not change the blind index silently', () => {
    const index = (suite: Suite) => blindIndex(openRing(ring, suite), 'idNumber', idNumber).toString('hex');
    expect(index('gm')).toBe(index('intl'));
  });
});

describe('the key file', () => {
  const file = () => join(mkdtempSync(join(tmpdir(), 'keys-')), 'deeper', 'keys.json');

  it('is refused when malformed, without showing key material', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'keys-')), 'keys.json');
    const bad = { ...newRing('intl'), active: 7 };
    for (const text of ['', 'secret', '{}', JSON.stringify(bad)]) {
      writeFileSync(path, text);
      expect(() => loadKeys({ file: path })).toThrow(/key ring/);
    }
    expect(() => loadKeys({ fromEnv: JSON.stringify(bad) })).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining(bad.keys[1]!) }),
    );
    expect(() => loadKeys({})).toThrow('No keys');
  });

  it('is made once, readable by its owner only, and found again', () => {
    const path = file();
    const sealed = encrypt(loadKeys({ file: path }), 'a', idNumber);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(decryptText(loadKeys({ file: path }), 'a', sealed)).toBe(idNumber);
    expect(decryptText(loadKeys({ fromEnv: readFileSync(path, 'utf8') }), 'a', sealed)).toBe(idNumber);
  });

  it('is rotated in place and keeps opening what was sealed before', () => {
    const path = file();
    const sealed = encrypt(loadKeys({ file: path }), 'a', idNumber);
    expect(rotateFile(path)).toBe(2);
    const keys = loadKeys({ file: path });
    expect(keys.active).toBe(2);
    expect(decryptText(keys, 'a', sealed)).toBe(idNumber);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });
});

describe('tokens', () => {
  it('are 256 random bits, and stored as a hash', () => {
    expect(randomToken()).toMatch(/^[\w-]{43}$/);
    expect(randomToken()).not.toBe(randomToken());
    // Published vectors of "abc": FIPS 180-4 and GB/T 32905.
    expect(hashToken('abc').toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    expect(hashToken('abc', 'gm').toString('hex')).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    );
  });
});
