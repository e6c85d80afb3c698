import type { FieldErrors, Resolver } from 'react-hook-form';
import type { z } from 'zod';
import { check } from './check.ts';

/** Lets react-hook-form check by a zod schema; the first sentence of each field counts. */
export function by<T extends Record<string, unknown>>(schema: z.ZodType): Resolver<T> {
  return async (typed) => {
    const checked = check(schema, typed);
    if (!checked.messages) return { values: checked.values as T, errors: {} };
    const errors = Object.fromEntries(
      Object.entries(checked.messages).map(([name, message]) => [name, { type: 'check', message }]),
    );
    return { values: {}, errors: errors as FieldErrors<T> };
  };
}
