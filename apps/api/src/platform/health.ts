import { sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { Services } from '#platform/context';

/** `/healthz`: the process answers. `/readyz`: it can do its work, the database answers within 2 s. */
export function serveHealth(app: FastifyInstance, { db }: Services): void {
  app.get('/healthz', { logLevel: 'warn' }, async () => ({ status: 'ok' }));
  app.get('/readyz', { logLevel: 'warn' }, async (_request, reply) => {
    const answer = db.execute(sql`select 1`).then(
      () => true,
      () => false,
    );
    const late = new Promise<boolean>((resolve) => setTimeout(resolve, 2_000, false).unref());
    const ready = await Promise.race([answer, late]);
    return reply.status(ready ? 200 : 503).send({ status: ready ? 'ok' : 'database unavailable' });
  });
}
