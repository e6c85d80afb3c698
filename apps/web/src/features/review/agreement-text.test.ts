import { expect, it } from 'vitest';
import { kappaText, kappaWords } from './agreement-text.ts';

it('kappa is written with two digits and read in words; without one there is nothing to say', () => {
  expect([null, 0.618, -0.5, 1].map(kappaText)).toEqual(['—', '0.62', '-0.50', '1.00']);
  expect([null, -0.5, 0.2, 0.21, 0.41, 0.61, 0.81].map(kappaWords)).toEqual([
    undefined,
    '一致程度低',
    '一致程度低',
    '一般',
    '中等一致',
    '高度一致',
    '几乎完全一致',
  ]);
});
