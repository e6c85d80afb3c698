import { checkTicket, findTickets, getTicket, getTicketFile, getTicketPage } from '@zikao/contract/tickets';
import { serve, type Server } from '#platform/serve';
import { checkTicket as check } from './check-ticket.ts';
import { drawTicketPage } from './draw-page.ts';
import { findTickets as find } from './find-tickets.ts';
import { openTicket } from './open-ticket.ts';
import { printRoutes } from './print-routes.ts';
import { showTicket } from './show-ticket.ts';

export function routes(server: Server): void {
  serve(server, getTicket, showTicket);
  serve(server, getTicketPage, (ctx, { params }) => drawTicketPage(ctx, params.id, params.page));
  serve(server, getTicketFile, async (ctx, { params }) =>
    Buffer.from((await openTicket(ctx, params.id)).printed.pdf),
  );
  serve(server, findTickets, (ctx, { query }) => find(ctx, query.number));
  serve(server, checkTicket, (ctx, { query }) => check(ctx, query.code));
  printRoutes(server);
}
