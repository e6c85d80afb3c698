import { z } from 'zod';
import { BINARY, endpoint } from './endpoint.ts';
import { Slot, Window } from './exams.ts';
import { Id } from './list.ts';

const tag = '打印';

/** One sitting as the 考场座次通知单 says it. */
export const TicketLine = z.object({
  slot: Slot,
  course: z.object({ code: z.string(), name: z.string() }),
  venue: z.object({ name: z.string(), address: z.string() }),
  room: z.string(),
  seat: z.number().int(),
});
export type TicketLine = z.output<typeof TicketLine>;

/** What stands between a candidate and the paper; `ready`: nothing. */
export const TICKET_STATES = [
  'noSession',
  'notEnrolled',
  'closed',
  'notApproved',
  'withdrawn',
  'notSeated',
  'noSeat',
  'ready',
] as const;
export type TicketState = (typeof TICKET_STATES)[number];

export const Ticket = z
  .object({
    state: z.enum(TICKET_STATES),
    title: z.string().optional().describe('为什么现在不能打印'),
    detail: z.string().optional().describe('怎么办、什么时候可以'),
    session: z.object({ id: z.string(), name: z.string() }).optional(),
    window: Window.nullable(),
    paper: z
      .object({
        /** Of the enrolment: what the paper is called by. */
        id: Id,
        /** Another one as soon as anything on the paper changes. */
        version: z.string(),
        pages: z.number().int(),
        admissionNumber: z.string(),
        lines: z.array(TicketLine),
        missing: z.array(z.string()).describe('字库里没有、印成〓的字'),
      })
      .optional(),
  })
  .meta({ id: 'Ticket' });
export type Ticket = z.output<typeof Ticket>;

/** Of the current session's candidates, for the desk. */
export const FoundTicket = z.object({
  id: Id,
  name: z.string(),
  maskedIdNumber: z.string(),
  admissionNumber: z.string(),
  session: z.string(),
  lines: z.array(TicketLine),
});
export type FoundTicket = z.output<typeof FoundTicket>;

/**
 * Of a code somebody scanned. `outdated`: ours, but what it says has changed since; `withdrawn`: the seating is being done
 * anew; `forged`: not ours. The minimum is shown, and nothing of what was never ours.
 */
export const TicketCheck = z
  .object({
    state: z.enum(['genuine', 'outdated', 'withdrawn', 'forged']),
    name: z.string().optional().describe('只露姓'),
    session: z.string().optional(),
    venues: z.array(z.string()).optional(),
    sittings: z.number().int().optional(),
  })
  .meta({ id: 'TicketCheck' });
export type TicketCheck = z.output<typeof TicketCheck>;

const params = z.object({ id: Id });

export const getTicket = endpoint({
  method: 'GET',
  path: '/ticket',
  access: 'ticket.own',
  tag,
  summary: '我的考场座次通知单：能不能打印，什么时候可以',
  returns: Ticket,
  problems: ['overloaded'],
});
export const getTicketPage = endpoint({
  method: 'GET',
  path: '/tickets/:id/pages/:page',
  access: 'ticket.read',
  tag,
  summary: '通知单的一页，和打印出来的一样（图片）',
  params: params.extend({ page: z.coerce.number().int().min(1).max(9) }),
  query: z.object({ version: z.string().max(20).optional() }),
  returns: BINARY,
  problems: ['notFound', 'window.closed', 'ticket.notReady', 'overloaded'],
});
export const getTicketFile = endpoint({
  method: 'GET',
  path: '/tickets/:id/file',
  access: 'ticket.read',
  tag,
  summary: '通知单（PDF）',
  params,
  download: true,
  returns: BINARY,
  problems: ['notFound', 'window.closed', 'ticket.notReady', 'overloaded'],
});
export const findTickets = endpoint({
  method: 'GET',
  path: '/tickets',
  access: 'seating.print',
  tag,
  summary: '按准考证号或身份证号找一名考生的通知单，供考区补打',
  query: z.object({ number: z.string().trim().max(18) }),
  returns: z.object({ items: z.array(FoundTicket) }),
});
export const checkTicket = endpoint({
  method: 'GET',
  path: '/ticket-check',
  access: 'public',
  tag,
  summary: '核对通知单上的二维码',
  query: z.object({ code: z.string().max(200) }),
  returns: TicketCheck,
  problems: ['ticket.tooOften'],
});
