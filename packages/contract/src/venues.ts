import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Id } from './list.ts';

const tag = '考点与考场';
const access = 'venue.manage';
const params = z.object({ venue: Id });
const count = (message: string, max: number) =>
  z.coerce.number({ error: message }).int(message).min(1, message).max(max, message);

/** 考场. Seats are numbered from 1 in snake order: down the first column, up the second, and so on. */
export const Room = z
  .object({
    no: z.string().trim().min(1, '请填写考场号').max(10, '考场号最多 10 个字'),
    rows: count('行数是 1 至 30', 30),
    columns: count('列数是 1 至 30', 30),
    /** The first so many of `rows × columns` are used. */
    capacity: count('座位数是 1 至 900', 900),
    /** Can be reached without steps. */
    accessible: z.boolean().default(false),
  })
  .meta({ id: 'Room' });
export type Room = z.output<typeof Room>;

/** What a room is unless somebody says otherwise. */
export const USUAL_ROOM = { rows: 5, columns: 6, capacity: 30, accessible: false } as const;

export const VenuePlan = z
  .object({
    code: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9-]{2,12}$/, '考点代码是 2 至 12 位字母、数字或短横线'),
    name: z.string().trim().min(2, '请填写考点名称').max(60, '考点名称最多 60 个字'),
    address: z.string().trim().min(2, '请填写考点地址').max(120, '考点地址最多 120 个字'),
    /** 停用 keeps it out of the next runs; published seats there stay. */
    inUse: z.boolean().default(true),
    rooms: z.array(Room).max(300, '一个考点最多 300 个考场'),
  })
  .check(({ value, issues }) => {
    value.rooms.forEach((room, at) => {
      const fault = (field: string, message: string) =>
        issues.push({ code: 'custom', path: ['rooms', at, field], message, input: value });
      const places = room.rows * room.columns;
      if (places > 0 && room.capacity > places)
        fault('capacity', `第 ${room.no} 考场最多 ${places} 个座位（${room.rows} 行 ${room.columns} 列）`);
      if (value.rooms.findIndex(({ no }) => no === room.no) < at) fault('no', `考场号 ${room.no} 重复`);
    });
  });
export type VenuePlan = z.output<typeof VenuePlan>;

export const VenueHead = z.object({
  id: Id,
  district: z.string(),
  districtName: z.string(),
  code: z.string(),
  name: z.string(),
  address: z.string(),
  inUse: z.boolean(),
  rooms: z.number().int(),
  seats: z.number().int(),
  accessibleSeats: z.number().int(),
});
export type VenueHead = z.output<typeof VenueHead>;

export const Venue = VenueHead.extend({ version: z.number().int(), rooms: z.array(Room) }).meta({
  id: 'Venue',
});
export type Venue = z.output<typeof Venue>;

/** District officers: of their own district, whatever is asked for. */
export const listVenues = endpoint({
  method: 'GET',
  path: '/venues',
  access,
  tag,
  summary: '考点与座位数，按考区和代码',
  query: z.object({ district: z.string().max(12).optional() }),
  returns: z.object({ items: z.array(VenueHead) }),
});
export const getVenue = endpoint({
  method: 'GET',
  path: '/venues/:venue',
  access,
  tag,
  summary: '一个考点及其考场',
  params,
  etag: true,
  returns: Venue,
  problems: ['notFound'],
});
export const createVenue = endpoint({
  method: 'POST',
  path: '/venues',
  access,
  tag,
  summary: '新建考点',
  idempotent: true,
  status: 201,
  etag: true,
  body: z.intersection(
    VenuePlan,
    z.object({ district: z.string({ error: '请选择考区' }).min(1, '请选择考区').max(12) }),
  ),
  returns: Venue,
  problems: ['venue.codeTaken'],
});
export const saveVenue = endpoint({
  method: 'PUT',
  path: '/venues/:venue',
  access,
  tag,
  summary: '修改考点与考场；已公布的座次不变',
  params,
  ifMatch: true,
  etag: true,
  body: VenuePlan,
  returns: Venue,
  problems: ['notFound', 'request.stale', 'venue.codeTaken'],
});
export const deleteVenue = endpoint({
  method: 'DELETE',
  path: '/venues/:venue',
  access,
  tag,
  summary: '删除从未用于编排的考点；用过的请停用',
  params,
  ifMatch: true,
  problems: ['notFound', 'request.stale', 'venue.used'],
});
