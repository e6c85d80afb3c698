import { z } from 'zod';

/** Cursor lists: `next` is absent on the last page. */
export function page<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().optional(), total: z.number().int().optional() });
}

export const PageQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});

/** A moment as ISO 8601 in UTC; screens show it in Asia/Shanghai. */
export const Moment = z.iso.datetime({ offset: true });
export const Id = z.uuid();
