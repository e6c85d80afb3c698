import { describe, expect, it } from 'vitest';
import { nextPath, signInPath } from './next-path.ts';

const origin = 'http://exam.example';
const next = (wanted: string) => nextPath(`?${new URLSearchParams({ next: wanted })}`, origin);

describe('after signing in', () => {
  it.each([
    'https://evil.example/home',
    '//evil.example/home',
    '/\\evil.example',
    'javascript:alert(1)',
    'home',
    '/',
    '/?next=/',
  ])('never leads to %s', (wanted) => {
    expect(next(wanted)).toBe('/home');
  });

  it('leads home when nothing was asked for', () => {
    expect(nextPath('', origin)).toBe('/home');
  });

  it('leads back to the page one came from, whole', () => {
    const here = { pathname: '/profile/form', search: '?a=1', hash: '#field-name' };
    expect(nextPath(signInPath(here).slice(1), origin)).toBe('/profile/form?a=1#field-name');
  });
});
