import { z } from 'zod';
import { BINARY, endpoint } from './endpoint.ts';
import { Id, page, PageQuery } from './list.ts';
import { RoomInUse, SeatedRoom, SeatingHead, SeatingRun } from './seating.ts';

const tag = '考场编排';
const run = z.object({ run: Id });
const count = z.number().int();
const reason = z.string().trim().min(2, '请写明原因').max(200, '原因最多 200 个字');

export const listSeatingRuns = endpoint({
  method: 'GET',
  path: '/seating-runs',
  access: 'seating.read',
  tag,
  summary: '各考次的编排，最近的在前；考区只见已公布的',
  query: PageQuery.extend({ session: z.string().max(20).optional() }),
  returns: page(SeatingHead),
});
export const startSeatingRun = endpoint({
  method: 'POST',
  path: '/seating-runs',
  access: 'seating.manage',
  tag,
  summary: '试排一个考次：先定种子并公示其散列，再在后台编排',
  idempotent: true,
  status: 202,
  body: z.object({ session: z.string({ error: '请选择考次' }).min(1, '请选择考次').max(20) }),
  returns: SeatingRun,
  problems: ['notFound', 'seating.running'],
});
export const getSeatingRun = endpoint({
  method: 'GET',
  path: '/seating-runs/:run',
  access: 'seating.read',
  tag,
  summary: '一次编排的进度、报告与缺口；考区只见本考区已公布的',
  params: run,
  returns: SeatingRun,
  problems: ['notFound'],
});
const moving = (path: `/${string}`, summary: string) =>
  ({
    method: 'POST',
    path,
    access: 'seating.manage',
    tag,
    summary,
    params: run,
    returns: SeatingRun,
  }) as const;
export const cancelSeatingRun = endpoint({
  ...moving('/seating-runs/:run/cancellation', '取消正在进行的编排'),
  problems: ['notFound', 'conflict'],
});
export const publishSeatingRun = endpoint({
  ...moving('/seating-runs/:run/publication', '公布座次：全部同时可见，并通知考生；种子随之公开'),
  problems: ['notFound', 'conflict', 'seating.published', 'seating.outdated'],
});
export const withdrawSeatingRun = endpoint({
  ...moving('/seating-runs/:run/withdrawal', '撤回试排或已公布的座次，写明原因'),
  body: z.object({ reason }),
  problems: ['notFound', 'conflict'],
});
export const addLateSeats = endpoint({
  method: 'POST',
  path: '/seating-runs/:run/late-additions',
  access: 'seating.manage',
  tag,
  summary: '为公布后才审核通过的考生补排座位，不动其他人',
  params: run,
  returns: z.object({
    added: count,
    /** No seat the rules allow. */
    missing: z.array(z.object({ admissionNumber: z.string(), slot: z.string(), course: z.string() })),
  }),
  problems: ['notFound', 'conflict'],
});
export const listSeatedRooms = endpoint({
  method: 'GET',
  path: '/seating-runs/:run/rooms',
  access: 'seating.read',
  tag,
  summary: '一个考点一个场次用到的考场',
  params: run,
  query: z.object({ venue: Id, slot: z.string().max(4) }),
  returns: z.object({ items: z.array(RoomInUse) }),
  problems: ['notFound'],
});
export const getSeatedRoom = endpoint({
  method: 'GET',
  path: '/seating-runs/:run/rooms/:room',
  access: 'seating.read',
  tag,
  summary: '一个考场一个场次的座位图（查看会记入访问日志）',
  params: run.extend({ room: Id }),
  query: z.object({ slot: z.string().max(4) }),
  returns: SeatedRoom,
  problems: ['notFound'],
});
export const changeSeat = endpoint({
  method: 'POST',
  path: '/seating-runs/:run/seat-changes',
  access: 'seating.manage',
  tag,
  summary: '调整座位：移到空座，或与座上的人互换；写明原因',
  params: run,
  idempotent: true,
  body: z.object({
    /** Who moves: the id of a seat that is taken. */
    seat: Id,
    to: z.object({ room: Id, seat: z.number().int().min(1).max(900) }),
    reason,
  }),
  returns: SeatedRoom,
  problems: ['notFound', 'conflict', 'seating.againstRules'],
});
export const exportSeatingRun = endpoint({
  method: 'GET',
  path: '/seating-runs/:run/export',
  access: 'seating.manage',
  tag,
  summary: '公布后的种子、编排输入与座位（JSON），任何人可据此重算',
  params: run,
  download: true,
  returns: BINARY,
  problems: ['notFound', 'conflict'],
});
