import { ENDPOINTS } from '@zikao/contract';
import { ANSWERS } from '@zikao/contract/applications/answers';
import { BINARY, type Endpoint, type Shape } from '@zikao/contract/endpoint';
import { type Access, PERMISSIONS, ROLE_NAMES } from '@zikao/contract/permissions';
import { PROBLEMS, ProblemBody, type ProblemCode } from '@zikao/contract/problems';
import { z } from 'zod';
import { GUIDE } from '#platform/openapi-guide';
import { collectComponents, type Components, type Json } from '#platform/openapi-schemas';

const PICTURES = ['image/jpeg', 'image/png', 'image/webp', 'image/heic'];
/** Statuses that say how long to wait. */
const WAITING = new Set([429, 503]);

/** OpenAPI 3.1 from the contract: no operation in it is written by hand. */
export function openApi(): Json {
  const components = collectComponents();
  components.add(ProblemBody, 'output');
  // What is answered first: a part that is sent in the same shape shares its name.
  for (const { returns } of Object.values(ENDPOINTS))
    if (returns && returns !== BINARY) components.add(returns, 'output');
  for (const answers of ANSWERS) components.add(z.array(answers), 'input');
  const paths: Record<string, Json> = {};
  for (const [name, endpoint] of Object.entries(ENDPOINTS)) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(name, endpoint, components) };
  }
  return {
    openapi: '3.1.0',
    info: { title: '自学考试考生服务平台接口', version: '1', description: GUIDE },
    servers: [{ url: '/api/v1' }],
    tags: [...new Set(Object.values(ENDPOINTS).map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: components.schemas,
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'session',
          description: '登录后得到的会话；HTTPS 下名为 __Host-session',
        },
      },
    },
  };
}

function operation(name: string, endpoint: Endpoint, components: Components): Json {
  const success = endpoint.returns === undefined ? 204 : (endpoint.status ?? 200);
  return {
    operationId: name,
    tags: [endpoint.tag],
    summary: endpoint.summary,
    description: `权限：${accessText(endpoint.access)}`,
    'x-access': endpoint.access,
    security: endpoint.access === 'public' ? [] : [{ session: [] }],
    parameters: [
      ...parameters(endpoint.params, 'path', components),
      ...parameters(endpoint.query, 'query', components),
      ...headerParameters(endpoint),
    ],
    ...(endpoint.body && {
      requestBody: {
        required: true,
        content: content(endpoint.body, 'input', components, endpoint.accepts ?? PICTURES),
      },
    }),
    responses: {
      [success]: {
        description: '成功',
        ...(endpoint.etag && {
          headers: { ETag: { schema: { type: 'string' }, description: '版本，修改时放进 If-Match' } },
        }),
        ...(endpoint.returns && { content: content(endpoint.returns, 'output', components, sent(endpoint)) }),
      },
      ...problems(problemCodes(endpoint)),
    },
  };
}

/** `review.decide（考区工作人员）` */
function accessText(access: Access): string {
  if (access === 'public') return '不需要登录';
  if (access === 'session') return '登录即可';
  return `${access}（${PERMISSIONS[access].map((role) => ROLE_NAMES[role]).join('、')}）`;
}

/** What a call may be refused with: its own problems and those that follow from its shape. */
export function problemCodes(endpoint: Endpoint): ProblemCode[] {
  const { access, body, idempotent, ifMatch, method, params, query } = endpoint;
  const codes: ProblemCode[] = [...(endpoint.problems ?? [])];
  if (access !== 'public') codes.push('signedOut', 'forbidden');
  if (params) codes.push('notFound');
  if (query || (body && body !== BINARY)) codes.push('request.invalid');
  if (body) codes.push('request.malformed', 'request.tooLarge');
  if (method !== 'GET') codes.push('request.crossSite');
  if (idempotent) codes.push('request.malformed', 'request.keyReused', 'request.inFlight');
  if (ifMatch) codes.push('request.ifMatchMissing', 'request.stale');
  return [...new Set<ProblemCode>([...codes, 'overloaded', 'unexpected'])];
}

function problems(codes: readonly ProblemCode[]): Json {
  const byStatus = Map.groupBy(codes, (code) => PROBLEMS[code].status);
  const answers = [...byStatus].map(([status, list]) => [
    status,
    {
      description: list.map((code) => `\`${code}\` ${PROBLEMS[code].title}`).join('\n\n'),
      ...(WAITING.has(status) && {
        headers: { 'Retry-After': { schema: { type: 'integer' }, description: '要等的秒数' } },
      }),
      content: {
        'application/problem+json': {
          schema: {
            allOf: [
              { $ref: '#/components/schemas/Problem' },
              { type: 'object', properties: { code: { enum: list }, status: { const: status } } },
            ],
          },
        },
      },
    },
  ]);
  return Object.fromEntries(answers) as Json;
}

const sent = ({ download }: Endpoint) => (download ? ['application/octet-stream'] : ['image/jpeg']);

function content(
  shape: NonNullable<Shape>,
  io: 'input' | 'output',
  components: Components,
  binary: readonly string[],
): Json {
  if (shape !== BINARY) return { 'application/json': { schema: components.add(shape, io) } };
  return Object.fromEntries(binary.map((type) => [type, {}]));
}

function parameters(shape: z.ZodType | undefined, where: 'path' | 'query', components: Components): Json[] {
  if (!shape) return [];
  const { properties = {}, required = [] } = components.add(shape, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    ...(description ? { description } : {}),
    schema,
  }));
}

function headerParameters({ idempotent, ifMatch }: Endpoint): Json[] {
  const parameter = (name: string, required: boolean, description: string, schema: Json) => ({
    name,
    in: 'header',
    required,
    description,
    schema: { type: 'string', ...schema },
  });
  return [
    ...(idempotent
      ? [
          parameter('Idempotency-Key', false, '同一键与内容只执行一次，重试得到同一答复', {
            minLength: 8,
            maxLength: 100,
          }),
        ]
      : []),
    ...(ifMatch
      ? [parameter('If-Match', true, '最近读到的 ETag；内容已被改动时答 412', { examples: ['"3"'] })]
      : []),
  ];
}
