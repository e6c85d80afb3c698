import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { enrolmentLifecycle, type EnrolmentState } from './enrolments.ts';
import { Slot, Window } from './exams.ts';
import { Id, Moment } from './list.ts';

const Seat = z.object({
  venue: z.string(),
  address: z.string(),
  room: z.string(),
  seat: z.number().int(),
});

export const Sitting = z.object({
  code: z.string(),
  name: z.string(),
  /** Absent when the half-day is no longer planned. */
  slot: Slot.optional(),
  /** Once seats are published, unless none was given yet. */
  seat: Seat.optional(),
});
export type Sitting = z.output<typeof Sitting>;

export const SessionSittings = z
  .object({
    enrolment: Id,
    session: z.object({ id: z.string(), name: z.string() }),
    state: z.enum(Object.keys(enrolmentLifecycle.states) as [EnrolmentState]),
    submittedAt: Moment,
    district: z.string(),
    major: z.object({ code: z.string(), name: z.string() }),
    items: z.array(Sitting),
    seatsAt: Moment.optional().describe('座次公布的时间'),
    /** When the 通知单 can be printed; null: not announced. */
    print: Window.nullable(),
  })
  .meta({ id: 'SessionSittings' });
export type SessionSittings = z.output<typeof SessionSittings>;

export const listSittings = endpoint({
  method: 'GET',
  path: '/sittings',
  access: 'enrolment.own',
  tag: '报考',
  summary: '报考与座位：历次报考的课程、考试时间，和公布后的考点、考场、座位',
  returns: z.object({ items: z.array(SessionSittings) }),
});
