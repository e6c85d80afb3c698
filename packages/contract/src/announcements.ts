import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Id, Moment, page, PageQuery } from './list.ts';

const tag = '消息与公告';
const params = z.object({ announcement: Id });

/** From the province to its districts. `districts` empty: to all of them. */
export const Announcement = z
  .object({
    id: Id,
    title: z.string(),
    body: z.string(),
    districts: z.array(z.string()),
    at: Moment,
    by: z.string(),
    /** Whether the caller has confirmed it. */
    read: z.boolean(),
    /** For the province: how many officers it is for, and how many of them have confirmed it. */
    readers: z.object({ read: z.number().int(), all: z.number().int() }).optional(),
  })
  .meta({ id: 'Announcement' });
export type Announcement = z.output<typeof Announcement>;

export const NewAnnouncement = z.object({
  title: z.string().trim().min(1, '请填写标题').max(60, '标题最多 60 个字'),
  body: z.string().trim().min(1, '请填写内容').max(2_000, '内容最多 2000 个字'),
  districts: z.array(z.string().max(12)).max(200).default([]),
});

export const listAnnouncements = endpoint({
  method: 'GET',
  path: '/announcements',
  access: 'announcement.read',
  tag,
  summary: '省考办发给考区的通知，新的在前；考区只看到发给自己的',
  query: PageQuery,
  returns: page(Announcement).extend({ unread: z.number().int() }),
  problems: ['request.malformed'],
});
export const createAnnouncement = endpoint({
  method: 'POST',
  path: '/announcements',
  access: 'announcement.write',
  tag,
  summary: '向考区发通知',
  body: NewAnnouncement,
  idempotent: true,
  status: 201,
  returns: Announcement,
});
export const confirmAnnouncement = endpoint({
  method: 'POST',
  path: '/announcements/:announcement/confirmation',
  access: 'announcement.read',
  tag,
  summary: '确认已阅读一条通知',
  params,
  problems: ['notFound'],
});
export const withdrawAnnouncement = endpoint({
  method: 'DELETE',
  path: '/announcements/:announcement',
  access: 'announcement.write',
  tag,
  summary: '撤回一条通知，考区不再看到',
  params,
  problems: ['notFound'],
});
