import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { FUNCTION_KEYS, FUNCTIONS, OwnSlot, Slot, slotsIn } from './exams.ts';
import { Moment } from './list.ts';

const tag = '考次';
const access = 'session.manage';
const params = z.object({ session: z.string().max(20) });
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '请填写时间，如 09:00');

/** When a function is open, `[opensAt, closesAt)`; with a district, for that one instead of the province's. */
export const PlannedWindow = z.object({
  function: z.enum(FUNCTION_KEYS),
  district: z.string().max(12).optional(),
  opensAt: z.iso.datetime({ offset: true, error: '请填写开始时间' }),
  closesAt: z.iso.datetime({ offset: true, error: '请填写截止时间' }),
});
export type PlannedWindow = z.output<typeof PlannedWindow>;

const PlannedSlot = z.object({
  no: z.string().regex(/^\d{1,2}$/, '场次是 1 至 2 位数字'),
  date: z.iso.date('请填写日期'),
  part: z.enum(['am', 'pm']),
  start: time,
  end: time,
});

/** Half-days and windows, as the province edits them: the rules that need no other data are here, for both sides. */
export const SessionPlan = z
  .object({
    slots: z.array(PlannedSlot).min(1, '请至少安排一个场次').max(20, '一个考次最多 20 个场次'),
    ownSlots: z
      .array(PlannedSlot.extend({ district: z.string().min(1, '请选择考区').max(12) }))
      .max(400)
      .default([]),
    windows: z.array(PlannedWindow).max(200),
  })
  .check(({ value, issues }) => {
    const fault = (path: (string | number)[], message: string) =>
      issues.push({ code: 'custom', path, message, input: value });
    value.slots.forEach((slot, at) => {
      if (slot.start >= slot.end) fault(['slots', at, 'end'], `第 ${slot.no} 场的结束时间应晚于开始时间`);
      const before = value.slots.slice(0, at);
      if (before.some(({ no }) => no === slot.no)) fault(['slots', at, 'no'], `场次 ${slot.no} 重复`);
      const meets = before.find(
        (other) => other.date === slot.date && other.start < slot.end && slot.start < other.end,
      );
      if (meets) fault(['slots', at, 'start'], `第 ${slot.no} 场与第 ${meets.no} 场的时间重叠`);
    });
    value.ownSlots.forEach((own, at) => {
      const said = `第 ${own.no} 场`;
      if (own.start >= own.end) fault(['ownSlots', at, 'end'], `${said}的结束时间应晚于开始时间`);
      if (!value.slots.some(({ no }) => no === own.no)) fault(['ownSlots', at, 'no'], '请选择场次');
      const others = value.ownSlots.slice(0, at).filter(({ district }) => district === own.district);
      if (others.some(({ no }) => no === own.no))
        fault(['ownSlots', at, 'no'], `同一考区的${said}只能另定一次`);
      const meets = slotsIn(value, own.district).find(
        (slot) =>
          slot.no !== own.no && slot.date === own.date && slot.start < own.end && own.start < slot.end,
      );
      if (meets) fault(['ownSlots', at, 'start'], `${said}与该考区第 ${meets.no} 场的时间重叠`);
    });
    value.windows.forEach((window, at) => {
      const name = FUNCTIONS[window.function];
      if (Date.parse(window.opensAt) >= Date.parse(window.closesAt))
        fault(['windows', at, 'closesAt'], `${name}的截止时间应晚于开始时间`);
      const same = (other: PlannedWindow) =>
        other.function === window.function && other.district === window.district;
      if (value.windows.findIndex(same) < at)
        fault(['windows', at, 'district'], `${name}的同一考区只能有一个时间`);
      const base = value.windows.some((other) => other.function === window.function && !other.district);
      if (window.district && !base) fault(['windows', at, 'district'], `请先填写${name}的全省时间`);
    });
  });
export type SessionPlan = z.output<typeof SessionPlan>;

/** What is missing before a session opens, or looks wrong. `needed`: it cannot become the current one without. */
export const Readiness = z.object({
  key: z.string(),
  label: z.string(),
  ok: z.boolean(),
  needed: z.boolean(),
  detail: z.string().optional(),
});
export type Readiness = z.output<typeof Readiness>;

/** Where a session stands: from the calendar, from what the province made of it. */
export const PHASES = {
  preparing: '准备中',
  current: '当前考次',
  examined: '已考完',
  archived: '已归档',
} as const;
export type Phase = keyof typeof PHASES;

export const SessionHead = z.object({
  id: z.string(),
  name: z.string(),
  year: z.number().int(),
  month: z.union([z.literal(4), z.literal(10)]),
  /** Candidates enrol for this one now. */
  current: z.boolean(),
  firstDay: z.iso.date().optional(),
  lastDay: z.iso.date().optional(),
  phase: z.enum(Object.keys(PHASES) as [Phase, ...Phase[]]),
});
export type SessionHead = z.output<typeof SessionHead>;

export const PlannedSession = SessionHead.extend({
  version: z.number().int(),
  slots: z.array(Slot),
  ownSlots: z.array(OwnSlot),
  windows: z.array(PlannedWindow.extend({ opensAt: Moment, closesAt: Moment })),
  /** Courses offered. */
  courses: z.number().int(),
  readiness: z.array(Readiness),
}).meta({ id: 'PlannedSession' });
export type PlannedSession = z.output<typeof PlannedSession>;

export const listSessions = endpoint({
  method: 'GET',
  path: '/exam-sessions',
  access,
  tag,
  summary: '全部考次，最近的在前',
  returns: z.object({ items: z.array(SessionHead) }),
});
export const getSession = endpoint({
  method: 'GET',
  path: '/exam-sessions/:session',
  access,
  tag,
  summary: '一个考次的场次、办理时间与开放前检查',
  params,
  etag: true,
  returns: PlannedSession,
  problems: ['notFound'],
});
/** Half-days, windows and offered courses come from the session before, moved by whole weeks. */
export const createSession = endpoint({
  method: 'POST',
  path: '/exam-sessions',
  access,
  tag,
  summary: '新建考次：沿用上一考次的场次、办理时间和开考课程，日期随之移动',
  idempotent: true,
  status: 201,
  etag: true,
  body: z.object({
    year: z.coerce.number({ error: '请填写年份' }).int().min(2000, '请填写年份').max(2100, '请填写年份'),
    month: z.union([z.literal(4), z.literal(10)], { error: '请选择 4 月或 10 月' }),
  }),
  returns: PlannedSession,
  problems: ['session.exists'],
});
export const saveSession = endpoint({
  method: 'PUT',
  path: '/exam-sessions/:session',
  access,
  tag,
  summary: '修改场次与办理时间，立即生效',
  params,
  ifMatch: true,
  etag: true,
  body: SessionPlan,
  returns: PlannedSession,
  problems: ['notFound', 'request.stale', 'session.slotInUse', 'session.archived'],
});
export const makeSessionCurrent = endpoint({
  method: 'POST',
  path: '/exam-sessions/:session/current',
  access,
  tag,
  summary: '设为当前考次，考生从此报考这一次',
  params,
  ifMatch: true,
  etag: true,
  returns: PlannedSession,
  problems: ['notFound', 'request.stale', 'session.notReady', 'session.archived'],
});
export const archiveSession = endpoint({
  method: 'POST',
  path: '/exam-sessions/:session/archive',
  access,
  tag,
  summary: '归档已经考完的考次：从此不能再改',
  params,
  ifMatch: true,
  etag: true,
  returns: PlannedSession,
  problems: ['notFound', 'request.stale', 'session.notOver', 'session.archived'],
});

const DAY = 86_400_000;

/**
 * By how many days a clone of a session moves: whole weeks, so that a Saturday stays one, to the same day of the
 * target month or the nearest to it that lies in that month. `first`: the first exam day of the source, ISO.
 */
export function daysToMove(first: string, year: number, month: number): number {
  const from = Date.parse(first);
  const day = new Date(from).getUTCDate();
  const wanted = Date.UTC(year, month - 1, day);
  const weeks = Math.round((wanted - from) / (7 * DAY));
  const inMonth = [weeks, weeks - 1, weeks + 1].find(
    (count) => new Date(from + count * 7 * DAY).getUTCMonth() === month - 1,
  );
  return (inMonth ?? weeks) * 7;
}

/** An ISO date, so many days later. */
export const movedDate = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
