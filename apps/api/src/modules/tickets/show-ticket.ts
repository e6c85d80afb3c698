import type { Ticket } from '@zikao/contract/tickets';
import { enrolledFor, type Enrolled } from '#modules/enrolments';
import { closedText, sessionOfWindow, windowOf } from '#modules/exams';
import { seatingStands } from '#modules/seating';
import { now } from '#platform/clock';
import type { Signed } from '#platform/context';
import { pagesOf } from './draw-page.ts';
import { loadFacts } from './facts.ts';
import { printTicket } from './open-ticket.ts';

type Obstacle = Pick<Ticket, 'state' | 'title' | 'detail'>;

const NO_SESSION: Obstacle = {
  state: 'noSession',
  title: '打印考场座次通知单的时间还没有公布',
  detail: '时间公布后会显示在这里和首页。',
};
const NOT_ENROLLED: Obstacle = {
  state: 'notEnrolled',
  title: '您没有报考这次考试',
  detail: '报考并审核通过的考生，在打印时间内可以在这里打印考场座次通知单。',
};
const WITHDRAWN: Obstacle = {
  state: 'withdrawn',
  title: '座次正在重新编排',
  detail: '已经打印的通知单作废，重新公布后请再来打印。',
};
const NOT_SEATED: Obstacle = {
  state: 'notSeated',
  title: '座次还没有公布',
  detail: '考场和座位编排公布后，可以在这里打印。',
};
const NO_SEAT: Obstacle = {
  state: 'noSeat',
  title: '您的座次还没有安排',
  detail: '您的报考已经审核通过，但还没有座位。请尽快联系报考考区办理补排。',
};

/** 打印 - 考场座次通知单: the paper, or what is still missing and when. */
export async function showTicket(ctx: Signed): Promise<Ticket> {
  const session = await sessionOfWindow(ctx, 'print');
  if (!session) return { ...NO_SESSION, window: null };
  const enrolled = await enrolledFor(ctx, session.id, ctx.actor.id);
  const window = await windowOf(ctx, session.id, 'print', enrolled?.district);
  const about = { session, window };
  if (!window?.open) {
    const detail = closedText('print', window, await now(ctx.db));
    return { ...about, state: 'closed', title: '现在不能打印考场座次通知单', detail };
  }
  if (!enrolled || enrolled.state === 'draft') return { ...about, ...NOT_ENROLLED };
  if (enrolled.state !== 'approved') return { ...about, ...notApproved(enrolled) };
  const facts = await loadFacts(ctx, enrolled);
  if (!facts) return { ...about, ...(await whyNoSeat(ctx, session.id)) };
  const ticket = await printTicket(ctx, facts);
  return {
    ...about,
    state: 'ready',
    paper: {
      id: enrolled.id,
      version: facts.version,
      pages: pagesOf(ticket),
      admissionNumber: facts.admissionNumber,
      lines: facts.lines,
      missing: ticket.printed.missing,
    },
  };
}

const notApproved = ({ state }: Enrolled): Obstacle => ({
  state: 'notApproved',
  title: state === 'pending' ? '您的报考还在审核' : '您的报考没有审核通过',
  detail: '报考成功的考生才有考场座次通知单。如有疑问，请联系报考考区。',
});

async function whyNoSeat(ctx: Signed, session: string): Promise<Obstacle> {
  const stands = await seatingStands(ctx, session);
  if (stands === 'published') return NO_SEAT;
  return stands === 'withdrawn' ? WITHDRAWN : NOT_SEATED;
}
