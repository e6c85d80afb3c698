import { z } from 'zod';
import { Slot } from './exams.ts';
import { lifecycle } from './lifecycle.ts';
import { Id, Moment } from './list.ts';

/** A run of 考场编排: planned as a job, read as a dry run, published whole, taken back whole. */
export const seatingLifecycle = lifecycle({
  subject: 'seating',
  states: {
    planning: '编排中',
    planned: '试排完成',
    failed: '没有排成',
    cancelled: '已取消',
    published: '已公布',
    withdrawn: '已撤回',
  },
  actions: {
    finish: { from: ['planning'], to: 'planned', by: ['system'], label: '排成' },
    fail: { from: ['planning'], to: 'failed', by: ['system'], label: '没有排成' },
    cancel: { from: ['planning'], to: 'cancelled', by: ['province'], label: '取消编排' },
    publish: { from: ['planned'], to: 'published', by: ['province'], label: '公布座次' },
    rollBack: {
      from: ['planned', 'published'],
      to: 'withdrawn',
      by: ['province'],
      label: '撤回',
      note: true,
    },
  },
});
export type SeatingState = keyof typeof seatingLifecycle.states;
export const SEATING_STATES = Object.keys(seatingLifecycle.states) as [SeatingState, ...SeatingState[]];

/** How somebody came to a seat: by the run, added after publication, moved by hand. */
export const SEAT_ORIGINS = { run: '编排', late: '补排', moved: '调整' } as const;
export type SeatOrigin = keyof typeof SEAT_ORIGINS;

const count = z.number().int();

/** What the province reads before it publishes; see `plan/report.ts`. */
export const SeatingReport = z.object({
  sittings: count,
  /** In use, each counted once per half-day; `mixedRooms`: with more than one course. */
  rooms: count,
  mixedRooms: count,
  emptySeats: count,
  /** Pairs side by side in mixed rooms with the same course: none, or it cannot be published. */
  equalNeighbours: count,
  /** People who change the venue within a day. */
  moves: count,
  byVenue: z.array(z.object({ venue: z.string(), slot: z.string(), sittings: count, rooms: count })),
  byDistrict: z.array(z.object({ district: z.string(), slot: z.string(), sittings: count, seats: count })),
});
export type SeatingReport = z.output<typeof SeatingReport>;

/** Too few seats that the rules allow, in one district and half-day. */
export const Shortfall = z.object({
  district: z.string(),
  slot: z.string(),
  sittings: count,
  seats: count,
  missing: count,
});
export type Shortfall = z.output<typeof Shortfall>;

export const SeatingHead = z.object({
  id: Id,
  session: z.string(),
  sessionName: z.string(),
  /** Counted within the session. */
  no: count,
  state: z.enum(SEATING_STATES),
  at: Moment,
  publishedAt: Moment.optional(),
  withdrawnAt: Moment.optional(),
});
export type SeatingHead = z.output<typeof SeatingHead>;

export const SeatingRun = SeatingHead.extend({
  actions: z.array(z.string()),
  /** SHA-256 of the seed, known before anything was planned; `seed`: once it was published. */
  seedHash: z.string(),
  seed: z.string().optional(),
  /** Share done, 0 to 1. */
  progress: z.number(),
  report: SeatingReport.optional(),
  shortfalls: z.array(Shortfall).optional(),
  /** Why it was not planned, when not for want of seats. */
  fault: z.string().optional(),
  reason: z.string().optional(),
  by: z.string(),
  slots: z.array(Slot),
  districts: z.array(z.object({ code: z.string(), name: z.string() })),
  venues: z.array(z.object({ id: Id, code: z.string(), name: z.string(), district: z.string() })),
  /** Approved sittings without a seat in it, and seats whose sitting is approved no more: since it was planned. */
  unseated: count,
  gone: count,
}).meta({ id: 'SeatingRun' });
export type SeatingRun = z.output<typeof SeatingRun>;

export const RoomInUse = z.object({
  id: Id,
  no: z.string(),
  capacity: count,
  people: count,
  /** Codes of the courses sat there. */
  courses: z.array(z.string()),
});
export type RoomInUse = z.output<typeof RoomInUse>;

export const SeatedRoom = z
  .object({
    id: Id,
    no: z.string(),
    rows: count,
    columns: count,
    capacity: count,
    accessible: z.boolean(),
    venue: z.object({
      id: Id,
      code: z.string(),
      name: z.string(),
      address: z.string(),
      district: z.string(),
    }),
    slot: Slot,
    courses: z.array(z.object({ code: z.string(), name: z.string() })),
    seats: z.array(
      z.object({
        id: Id,
        /** From 1, in snake order. */
        seat: count,
        name: z.string(),
        admissionNumber: z.string(),
        course: z.string(),
        origin: z.enum(Object.keys(SEAT_ORIGINS) as [SeatOrigin, ...SeatOrigin[]]),
      }),
    ),
    /** Seats may be changed by hand. */
    changeable: z.boolean(),
  })
  .meta({ id: 'SeatedRoom' });
export type SeatedRoom = z.output<typeof SeatedRoom>;
