import { z } from 'zod';
import { endpoint } from './endpoint.ts';

const tag = '消息与公告';
const access = 'message.manage';
const params = z.object({ event: z.string().max(60) });

/** What is sent on one occasion. `{name}` stands for what the occasion fills in; which there are: `placeholders`. */
export const MessageText = z
  .object({
    event: z.string(),
    title: z.string(),
    body: z.string(),
    /** Absent: no SMS on this occasion. */
    sms: z.string().optional(),
    placeholders: z.array(z.string()),
    /** Nobody has changed it: the product's own words. */
    usual: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'MessageText' });
export type MessageText = z.output<typeof MessageText>;

/** The longest SMS the gateways take in one piece of up to three. */
export const MOST_SMS = 200;

export const NewMessageText = z.object({
  title: z.string().trim().min(1, '请填写标题').max(60, '标题最多 60 个字'),
  body: z.string().trim().min(1, '请填写内容').max(600, '内容最多 600 个字'),
  sms: z.string().trim().max(MOST_SMS, `短信最多 ${MOST_SMS} 个字`).optional(),
});

export const listMessageTexts = endpoint({
  method: 'GET',
  path: '/message-texts',
  access,
  tag,
  summary: '每种情况发给考生的消息和短信',
  returns: z.object({ items: z.array(MessageText) }),
});
export const saveMessageText = endpoint({
  method: 'PUT',
  path: '/message-texts/:event',
  access,
  tag,
  summary: '修改一种消息的文字，从下一条起生效；已发出的不变',
  params,
  body: NewMessageText,
  ifMatch: true,
  etag: true,
  returns: MessageText,
  problems: ['notFound', 'request.stale'],
});
export const restoreMessageText = endpoint({
  method: 'DELETE',
  path: '/message-texts/:event',
  access,
  tag,
  summary: '恢复一种消息的原有文字',
  params,
  ifMatch: true,
  etag: true,
  returns: MessageText,
  problems: ['notFound', 'request.stale'],
});

const PLACEHOLDER = /\{([a-zA-Z]+)\}/g;

/** Fills the placeholders; one without a value stays as it is written, so that it is seen. */
export const fillText = (text: string, values: Record<string, unknown>): string =>
  text.replace(PLACEHOLDER, (whole, name: string) => (name in values ? String(values[name]) : whole));

/** Placeholders of a text that its occasion does not fill. */
export const unknownPlaceholders = (text: string, known: readonly string[]): string[] =>
  [...text.matchAll(PLACEHOLDER)].map(([, name]) => name!).filter((name) => !known.includes(name));
