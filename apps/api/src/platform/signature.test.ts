import { expect, it } from 'vitest';
import { newRing, openRing, rotate } from '#platform/keys';
import { isSigned, sign, SIGNATURE } from '#platform/signature';

const ring = newRing('intl');
const keys = openRing(ring, 'intl');
const bytes = Buffer.from('座次');

it('knows its own signatures, and nothing else', () => {
  const signature = sign(keys, 'ticket', bytes);
  expect(signature).toHaveLength(SIGNATURE);
  expect(isSigned(keys, 'ticket', bytes, signature)).toBe(true);
  expect(isSigned(keys, 'letter', bytes, signature)).toBe(false);
  expect(isSigned(keys, 'ticket', Buffer.from('座位'), signature)).toBe(false);
  expect(isSigned(openRing(newRing('intl'), 'intl'), 'ticket', bytes, signature)).toBe(false);
  for (let at = 0; at < SIGNATURE; at++) {
    const changed = Buffer.from(signature);
    changed[at]! ^= 1;
    expect(isSigned(keys, 'ticket', bytes, changed)).toBe(false);
  }
  for (const length of [0, SIGNATURE - 1, SIGNATURE + 1])
    expect(isSigned(keys, 'ticket', bytes, Buffer.alloc(length))).toBe(false);
});

it('outlives a rotation of the keys, not the loss of its key', () => {
  const signature = sign(keys, 'ticket', bytes);
  const later = rotate(ring);
  expect(isSigned(openRing(later, 'intl'), 'ticket', bytes, signature)).toBe(true);
  expect(sign(openRing(later, 'intl'), 'ticket', bytes)).not.toEqual(signature);
  const { 1: _, ...left } = later.keys;
  expect(isSigned(openRing({ ...later, keys: left }, 'intl'), 'ticket', bytes, signature)).toBe(false);
});

it('is made by 国密 digests where they are asked for', () => {
  const gm = openRing(newRing('gm'), 'gm');
  expect(isSigned(gm, 'ticket', bytes, sign(gm, 'ticket', bytes))).toBe(true);
});
