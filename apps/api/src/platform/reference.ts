import scalar from '@scalar/fastify-api-reference';
import type { FastifyInstance } from 'fastify';
import { openApi } from '#platform/openapi';

const DOCUMENT = '/api/openapi.json';
const PAGE = '/api/docs';
const VIEWER = `${PAGE}/viewer`;

/** Nothing from elsewhere: no fonts, no telemetry, no assistants. */
const OPTIONS = {
  url: DOCUMENT,
  withDefaultFonts: false,
  telemetry: false,
  showDeveloperTools: 'never',
  agent: { disabled: true },
  mcp: { disabled: true },
  hideClientButton: true,
  defaultOpenFirstTag: false,
  documentDownloadType: 'json',
  customCss:
    ':root { --scalar-font: system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif }',
};

/** The same for every app of a process: making it takes half a second. */
let document: string | undefined;

/**
 * Serves the OpenAPI document derived from the contract, and a page to read it that works offline. The viewer brings
 * its script; its own page starts it inline, which the CSP forbids, so the page and the start are ours.
 */
export async function serveReference(app: FastifyInstance): Promise<void> {
  document ??= JSON.stringify(openApi());
  const quiet = { logLevel: 'warn' } as const;
  app.get(DOCUMENT, quiet, (_request, reply) => reply.type('application/json').send(document));
  app.get(PAGE, quiet, (_request, reply) => reply.type('text/html; charset=utf-8').send(HTML));
  app.get(`${PAGE}/start.js`, quiet, (_request, reply) =>
    reply
      .type('text/javascript; charset=utf-8')
      .send(`Scalar.createApiReference('#app', ${JSON.stringify(OPTIONS)});`),
  );
  await app.register(scalar, {
    routePrefix: VIEWER,
    logLevel: 'warn',
    configuration: { url: DOCUMENT },
    hooks: {
      onRequest(request, reply, done) {
        if (!request.url.endsWith('.js')) return reply.callNotFound();
        reply.header('cache-control', 'public, max-age=86400');
        done();
      },
    },
  });
}

const HTML = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>接口文档 · 自学考试考生服务平台</title>
    <link rel="icon" href="/favicon.svg" />
  </head>
  <body>
    <div id="app"></div>
    <noscript>阅读这一页需要 JavaScript。接口的完整说明也在 <a href="${DOCUMENT}">${DOCUMENT}</a>。</noscript>
    <script src="${VIEWER}/js/scalar.js"></script>
    <script src="${PAGE}/start.js"></script>
  </body>
</html>
`;
