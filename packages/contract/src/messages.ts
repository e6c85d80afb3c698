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
  /** Whether the SMS that goes with it was handed to its channel; absent: none goes with it. */
  sms: z.enum(['waiting', 'sent']).optional(),
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

/** Decisions on one's own matters and changes of one's account are always told by SMS; the rest can be declined. */
export const MessageSettings = z.object({ sms: z.boolean() }).meta({ id: 'MessageSettings' });
export const getMessageSettings = endpoint({
  method: 'GET',
  path: '/messages/settings',
  access: 'message.own',
  tag,
  summary: '是否接收提醒短信（截止提醒、成绩公布）；审核结果和账号变动的短信不受影响',
  returns: MessageSettings,
});
export const saveMessageSettings = endpoint({
  method: 'PUT',
  path: '/messages/settings',
  access: 'message.own',
  tag,
  summary: '设置是否接收提醒短信',
  body: MessageSettings,
  returns: MessageSettings,
});
