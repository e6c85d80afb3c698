import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Id, Moment, page, PageQuery } from './list.ts';

export const Message = z.object({
  id: Id,
  at: Moment,
  title: z.string(),
  body: z.string(),
  read: z.boolean(),
  link: z.string().optional(),
});
const tag = '消息';
export const listMessages = endpoint({
  method: 'GET',
  path: '/messages',
  access: 'message.own',
  tag,
  summary: '我的消息',
  query: PageQuery,
  returns: page(Message).extend({ unread: z.number().int() }),
});
export const readMessages = endpoint({
  method: 'POST',
  path: '/messages/read',
  access: 'message.own',
  tag,
  summary: '全部标为已读',
});
