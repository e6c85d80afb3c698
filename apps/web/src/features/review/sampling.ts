import { Sampling } from '@zikao/contract/spot-checks';
import { z } from 'zod';

export type SamplingText = Record<
  'from' | 'to' | 'queue' | 'district' | 'reviewers' | 'way' | 'amount' | 'seed',
  string
>;

export const WAYS = { size: '按件数', percent: '按百分比' } as const;

/** The contract's schema for a form that keeps everything as text; nothing typed is nothing said. */
export const SAMPLING_FORM = z.preprocess((values) => {
  const { way = '', amount = '', ...rest } = values as Partial<SamplingText>;
  const said = Object.entries(rest).filter(([, value]) => value !== '');
  return { ...Object.fromEntries(said), [way]: amount === '' ? undefined : Number(amount) };
}, Sampling);
