import { expect, it } from 'vitest';
import { KINDS } from '@zikao/contract/applications/kinds/index';
import { keyOfSlug, slugOf } from './paths.ts';

it('every kind has an address of its own that leads back to it', () => {
  const slugs = Object.keys(KINDS).map(slugOf);
  expect(new Set(slugs).size).toBe(slugs.length);
  expect(slugs.map(keyOfSlug)).toEqual(Object.keys(KINDS));
  expect(slugs).toContain('change');
  expect(slugs.every((slug) => /^[a-z-]+$/.test(slug))).toBe(true);
});
