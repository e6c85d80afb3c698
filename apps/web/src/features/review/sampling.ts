import { Sampling } from '@zikao/contract/spot-checks';
import { z } from 'zod';

export type SamplingText = Record<
  'from' | 'to' | 'queue' | 'district' | 'reviewers' | 'way' | 'amount' | 'seed',
  string
>;

export const WAYS = { size: '按件数', percent: '按百分比' } as const;

/**
 * The contract's schema for a form that keeps everything as text; nothing typed is nothing said. Both ways to say how much
 * are one field here.
 */
export const SAMPLING_FORM = z.unknown().transform((values, told): Sampling => {
  const { way = '', amount = '', ...rest } = values as Partial<SamplingText>;
  const said = Object.entries(rest).filter(([, value]) => value !== '');
  const count = amount.trim() === '' ? NaN : Number(amount);
  const read = Sampling.safeParse({ ...Object.fromEntries(said), [way]: count });
  if (read.success) return read.data;
  for (const { path, message } of read.error.issues)
    told.addIssue({
      code: 'custom',
      path: path.map((part) => (part === 'size' || part === 'percent' ? 'amount' : part)),
      message,
    });
  return z.NEVER;
});
