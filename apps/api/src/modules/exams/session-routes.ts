import * as contract from '@zikao/contract/sessions';
import { serve, type Server } from '#platform/serve';
import { createSession } from './create-session.ts';
import { listSessions, plannedSession } from './planned-session.ts';
import { archive, makeCurrent, saveSession } from './save-session.ts';

/** The province's work on sessions. */
export function sessionRoutes(server: Server): void {
  serve(server, contract.listSessions, async (ctx) => ({ items: await listSessions(ctx) }));
  serve(server, contract.getSession, (ctx, { params }) => plannedSession(ctx, params.session));
  serve(server, contract.createSession, createSession);
  serve(server, contract.saveSession, saveSession);
  serve(server, contract.makeSessionCurrent, makeCurrent);
  serve(server, contract.archiveSession, archive);
}
