import { sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { Services } from '#platform/context';

/**
 * `/healthz`: the process answers. `/readyz`: it can do its work, the database answers within 2 s. That no process
 * verifies photos is said, and no reason to send people elsewhere: everything else goes on.
 */
export function serveHealth(app: FastifyInstance, { db, verifiers }: Services): void {
  app.get('/healthz', { logLevel: 'warn' }, async () => ({ status: 'ok' }));
  app.get('/readyz', { logLevel: 'warn' }, async (_request, reply) => {
    const answer = db.execute(sql`select 1`).then(
      () => true,
      () => false,
    );
    const late = new Promise<boolean>((resolve) => setTimeout(resolve, 2_000, false).unref());
    const ready = await Promise.race([answer, late]);
    if (!ready) return reply.status(503).send({ status: 'database unavailable' });
    return { status: 'ok', verifier: (await verifiers.down()) ? 'down' : 'ok' };
  });
}
