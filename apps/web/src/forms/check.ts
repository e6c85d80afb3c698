import type { z } from 'zod';

export type Checked = { values: unknown; messages?: undefined } | { messages: Record<string, string> };

/** Checks a form's answers by a schema: the parsed values, or the first sentence of each field. */
export function check(schema: z.ZodType, typed: unknown): Checked {
  const result = schema.safeParse(typed);
  if (result.success) return { values: result.data };
  const messages: Record<string, string> = {};
  for (const { path, message } of result.error.issues) messages[String(path[0] ?? 'root')] ??= message;
  return { messages };
}
