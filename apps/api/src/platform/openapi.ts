import type { FastifyInstance } from 'fastify';
import { ENDPOINTS } from '@zikao/contract';
import { BINARY, type Endpoint, type Shape } from '@zikao/contract/endpoint';
import { PROBLEMS, ProblemBody, type ProblemCode } from '@zikao/contract/problems';
import { z } from 'zod';

type Json = Record<string, unknown>;

/** Serves the OpenAPI document derived from the contract. */
export async function serveReference(app: FastifyInstance): Promise<void> {
  const document = openApi();
  app.get('/api/openapi.json', { logLevel: 'warn' }, (_request, reply) => reply.send(document));
}

/** OpenAPI 3.1 from the contract: nothing in it is written by hand. */
export function openApi(): Json {
  const paths: Record<string, Json> = {};
  for (const [name, endpoint] of Object.entries(ENDPOINTS)) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(name, endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: { title: '自学考试考生服务平台接口', version: '1' },
    servers: [{ url: '/api/v1' }],
    paths,
    components: {
      schemas: { Problem: schema(ProblemBody, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'session' } },
    },
  };
}

function operation(name: string, endpoint: Endpoint): Json {
  const codes: ProblemCode[] = [...(endpoint.problems ?? []), 'overloaded'];
  if (endpoint.access !== 'public') codes.push('signedOut', 'forbidden');
  if (endpoint.params || endpoint.query || endpoint.body) codes.push('request.invalid');
  if (endpoint.method !== 'GET') codes.push('request.crossSite');
  if (endpoint.idempotent) codes.push('request.keyReused', 'request.inFlight');
  if (endpoint.ifMatch) codes.push('request.ifMatchMissing', 'request.stale');
  const success = endpoint.returns === undefined ? 204 : (endpoint.status ?? 200);
  return {
    operationId: name,
    tags: [endpoint.tag],
    summary: endpoint.summary,
    description: `权限：${endpoint.access}`,
    ...(endpoint.access !== 'public' && { security: [{ session: [] }] }),
    parameters: [
      ...parameters(endpoint.params, 'path'),
      ...parameters(endpoint.query, 'query'),
      ...(endpoint.idempotent
        ? [headerParameter('Idempotency-Key', false, '同一键与内容只执行一次，重试得到同一答复')]
        : []),
      ...(endpoint.ifMatch
        ? [headerParameter('If-Match', true, '最近读到的 ETag；内容已被改动时答 412')]
        : []),
    ],
    ...(endpoint.body && { requestBody: { required: true, content: content(endpoint.body, 'input') } }),
    responses: {
      [success]: {
        description: '成功',
        ...(endpoint.etag && { headers: { ETag: { schema: { type: 'string' }, description: '版本' } } }),
        ...(endpoint.returns && { content: content(endpoint.returns, 'output') }),
      },
      ...problems(codes),
    },
  };
}

function problems(codes: readonly ProblemCode[]): Json {
  const byStatus = Map.groupBy(new Set(codes), (code) => PROBLEMS[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, list]) => [
      status,
      {
        description: list.map((code) => `\`${code}\` ${PROBLEMS[code].title}`).join('\n\n'),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

function content(shape: NonNullable<Shape>, io: 'input' | 'output'): Json {
  if (shape !== BINARY) return { 'application/json': { schema: schema(shape, io) } };
  return { 'image/jpeg': { schema: { type: 'string', contentMediaType: 'image/jpeg' } } };
}

function parameters(shape: z.ZodType | undefined, where: 'path' | 'query'): Json[] {
  if (!shape) return [];
  const { properties = {}, required = [] } = schema(shape, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    ...(property['description'] ? { description: property['description'] } : {}),
    schema: property,
  }));
}

function headerParameter(name: string, required: boolean, description: string): Json {
  return { name, in: 'header', required, description, schema: { type: 'string' } };
}

function schema(of: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(of, {
    io,
    unrepresentable: 'any',
    reused: 'inline',
  }) as Json;
  return rest;
}
