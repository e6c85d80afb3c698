import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** The built SPA: hashed assets cached for good, every page path answers index.html. */
export async function serveSite(app: FastifyInstance, site: string | undefined): Promise<void> {
  if (!site || !existsSync(join(site, 'index.html'))) return;
  await app.register(fastifyStatic, {
    root: site,
    wildcard: false,
    preCompressed: true, // the build lays .br and .gz beside the files
    globIgnore: ['**/*.{br,gz}'],
    setHeaders(reply, path) {
      const hashed = path.includes('/assets/');
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.get('/*', { logLevel: 'warn' }, (request, reply) => {
    if (request.url.startsWith('/api/') || /\.\w+$/.test(request.url.split('?')[0]!))
      return reply.callNotFound();
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}
