import { z } from 'zod';
import { BINARY, endpoint } from './endpoint.ts';
import { Slot } from './exams.ts';
import { lifecycle } from './lifecycle.ts';
import { Id, Moment } from './list.ts';

const tag = '打印';
const access = 'seating.print';

/** What is printed of a room in a half-day; 通知单 for everybody who sits there. */
export const ROOM_PAPERS = {
  door: '门贴',
  desk: '桌贴',
  attendance: '签到表',
  notices: '考场座次通知单',
} as const;
export type RoomPaper = keyof typeof ROOM_PAPERS;
const Paper = z.enum(Object.keys(ROOM_PAPERS) as [RoomPaper, ...RoomPaper[]], { error: '请选择打印内容' });

/** A venue's papers, printed in the background. */
export const printLifecycle = lifecycle({
  subject: 'print',
  states: {
    waiting: '等待生成',
    running: '生成中',
    ready: '可以下载',
    failed: '没有生成',
    cancelled: '已取消',
  },
  actions: {
    start: { from: ['waiting', 'running'], to: 'running', by: ['system'], label: '开始生成' },
    finish: { from: ['running'], to: 'ready', by: ['system'], label: '生成完毕' },
    fail: { from: ['running'], to: 'failed', by: ['system'], label: '没有生成' },
    cancel: {
      from: ['waiting', 'running'],
      to: 'cancelled',
      by: ['district', 'province'],
      label: '取消生成',
    },
  },
});
export type PrintState = keyof typeof printLifecycle.states;
const State = z.enum(Object.keys(printLifecycle.states) as [PrintState, ...PrintState[]]);

/** Files are kept that long, then they go: they can be printed again at any time. */
export const KEPT_HOURS = 24;

const Venue = z.object({ id: Id, code: z.string(), name: z.string(), district: z.string() });
const RoomInUse = z.object({ no: z.string(), people: z.number().int() });

export const PrintVenue = Venue.extend({
  people: z.number().int().describe('座次数（人次）'),
  rooms: z.number().int(),
});
export type PrintVenue = z.output<typeof PrintVenue>;

export const PrintVenueRooms = z
  .object({
    venue: Venue,
    session: z.object({ id: z.string(), name: z.string() }),
    slots: z.array(Slot.extend({ name: z.string(), rooms: z.array(RoomInUse) })),
  })
  .meta({ id: 'PrintVenueRooms' });
export type PrintVenueRooms = z.output<typeof PrintVenueRooms>;

export const Print = z
  .object({
    id: Id,
    state: State,
    actions: z.array(z.string()),
    paper: Paper,
    venue: z.string(),
    slot: z.string().optional().describe('场次；没有则为全部场次'),
    done: z.number().int(),
    total: z.number().int(),
    missing: z.array(z.string()).describe('字库里没有、印成〓的字'),
    by: z.string(),
    at: Moment,
    keptUntil: Moment.optional(),
  })
  .meta({ id: 'Print' });
export type Print = z.output<typeof Print>;

const params = z.object({ id: Id });
const slot = z.string().max(4);

export const listPrintVenues = endpoint({
  method: 'GET',
  path: '/print-venues',
  access,
  tag,
  summary: '已公布座次的考点，考区只见本考区的',
  returns: z.object({
    session: z.object({ id: z.string(), name: z.string() }).nullable(),
    items: z.array(PrintVenue),
  }),
});
export const getPrintVenue = endpoint({
  method: 'GET',
  path: '/print-venues/:id',
  access,
  tag,
  summary: '一个考点各场次使用的考场',
  params,
  returns: PrintVenueRooms,
  problems: ['notFound', 'print.nothing'],
});
export const getRoomPaper = endpoint({
  method: 'GET',
  path: '/print-venues/:id/rooms/:room/:slot/:paper',
  access,
  tag,
  summary: '一个考场一场的门贴、桌贴、签到表或通知单（PDF）',
  params: params.extend({ room: z.string().max(20), slot, paper: Paper }),
  download: true,
  returns: BINARY,
  problems: ['notFound', 'print.nothing', 'overloaded'],
});
export const startPrint = endpoint({
  method: 'POST',
  path: '/print-venues/:id/prints',
  access,
  tag,
  summary: '成批生成一个考点的打印文件，每个考场一个',
  idempotent: true,
  status: 201,
  params,
  body: z.object({ paper: Paper, slot: slot.optional() }),
  returns: Print,
  problems: ['notFound', 'print.nothing'],
});
export const listPrints = endpoint({
  method: 'GET',
  path: '/prints',
  access,
  tag,
  summary: '成批打印的进度，最近的在前',
  returns: z.object({ items: z.array(Print) }),
});
export const cancelPrint = endpoint({
  method: 'POST',
  path: '/prints/:id/cancellation',
  access,
  tag,
  summary: '取消生成',
  params,
  returns: Print,
  problems: ['notFound', 'conflict'],
});
export const getPrintFile = endpoint({
  method: 'GET',
  path: '/prints/:id/file',
  access,
  tag,
  summary: '下载生成的文件（ZIP，每个考场一个 PDF）',
  params,
  download: true,
  returns: BINARY,
  problems: ['notFound', 'print.notReady'],
});
