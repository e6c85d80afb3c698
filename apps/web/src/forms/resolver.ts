import type { FieldErrors, Resolver } from 'react-hook-form';
import type { z } from 'zod';

/** Lets react-hook-form check by a zod schema; the first sentence of each field counts. */
export function by<T extends Record<string, unknown>>(schema: z.ZodType): Resolver<T> {
  return async (values) => {
    const result = schema.safeParse(values);
    if (result.success) return { values: result.data as T, errors: {} };
    const errors: Record<string, { type: string; message: string }> = {};
    for (const { path, message } of result.error.issues) {
      const key = String(path[0] ?? 'root');
      errors[key] ??= { type: 'check', message };
    }
    return { values: {}, errors: errors as FieldErrors<T> };
  };
}
