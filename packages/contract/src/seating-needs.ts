import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Moment } from './list.ts';

const tag = '考场编排';
const access = 'seating.need';
const session = z.string({ error: '请选择考次' }).min(1, '请选择考次').max(20);

/** Somebody who must be seated in a room that can be reached without steps. */
export const SeatingNeed = z.object({
  admissionNumber: z.string(),
  name: z.string(),
  district: z.string(),
  reason: z.string(),
  at: Moment,
});
export type SeatingNeed = z.output<typeof SeatingNeed>;

/** District officers: of their own district. */
export const listSeatingNeeds = endpoint({
  method: 'GET',
  path: '/seating-needs',
  access,
  tag,
  summary: '一个考次需要无障碍考场的考生',
  query: z.object({ session }),
  returns: z.object({ items: z.array(SeatingNeed) }),
});
export const setSeatingNeed = endpoint({
  method: 'PUT',
  path: '/seating-needs',
  access,
  tag,
  summary: '登记或取消一名考生的无障碍需要；以后的编排和补排照办，已排的座位不变',
  body: z.object({
    session,
    admissionNumber: z
      .string()
      .trim()
      .regex(/^\d{12}$/, '准考证号是 12 位数字'),
    needed: z.boolean().default(true),
    reason: z.string().trim().min(2, '请写明需要').max(100, '最多 100 个字'),
  }),
  returns: z.object({ items: z.array(SeatingNeed) }),
  problems: ['notFound'],
});
