import { describe, expect, it } from 'vitest';
import { ENDPOINTS } from '@zikao/contract';
import { KINDS } from '@zikao/contract/applications/kinds/index';
import { BINARY } from '@zikao/contract/endpoint';
import { PROBLEMS } from '@zikao/contract/problems';
import { openApi, problemCodes } from '#platform/openapi';

// oxlint-disable-next-line typescript/no-explicit-any -- the document is read freely
const document = JSON.parse(JSON.stringify(openApi())) as any;
const METHODS = ['get', 'put', 'post', 'delete', 'patch'];
// oxlint-disable-next-line typescript/no-explicit-any -- the document is read freely
type Operation = any;

const operations: [string, Operation][] = Object.entries<Record<string, Operation>>(document.paths).flatMap(
  ([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method} ${path}`,
      operation,
    ]),
);

/** Every object of the document with the way to it. */
function* walk(node: unknown, at = '#'): Generator<[string, Record<string, unknown>]> {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node)) yield [at, node as Record<string, unknown>];
  for (const [key, value] of Object.entries(node)) yield* walk(value, `${at}/${key}`);
}

const resolve = (ref: string) =>
  ref
    .slice(2)
    .split('/')
    // oxlint-disable-next-line typescript/no-explicit-any -- the document is read freely
    .reduce<any>((node, key) => node?.[key], document);

describe('the OpenAPI document', () => {
  it('is one of OpenAPI 3.1 with a title, a version and a server', () => {
    expect(document).toMatchObject({
      openapi: '3.1.0',
      info: { version: '1' },
      servers: [{ url: '/api/v1' }],
    });
    expect(document.info.description).toContain('Idempotency-Key');
    expect(document.info.description).toContain('Retry-After');
  });

  it('says what every kind of application is filed with', () => {
    for (const { key } of Object.values(KINDS)) {
      const id = `${key[0]!.toUpperCase()}${key.slice(1)}AnswersInput`;
      const { properties } = document.components.schemas[id];
      expect(properties.district).toMatchObject({ type: 'string', description: expect.any(String) });
      expect(properties).not.toHaveProperty('idNumber');
    }
  });

  it('has every endpoint of the contract once, and nothing else', () => {
    const documented = Object.entries(ENDPOINTS).map(
      ([, { method, path }]) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`,
    );
    expect(operations.map(([name]) => name).toSorted()).toEqual(documented.toSorted());
    for (const [name] of operations) expect(METHODS).toContain(name.split(' ')[0]);
  });

  it('gives every operation an id of its own, a summary, a tag of the list, and the name of the contract', () => {
    const ids = operations.map(([, { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.toSorted()).toEqual(Object.keys(ENDPOINTS).toSorted());
    const tags = document.tags.map(({ name }: { name: string }) => name);
    for (const [, { summary, tags: own }] of operations) {
      expect(summary.length).toBeGreaterThan(1);
      expect(tags).toContain(own[0]);
    }
  });

  it('resolves every reference, and defines no component nobody uses', () => {
    const refs = new Set<string>();
    for (const [at, { $ref }] of walk(document)) {
      if (typeof $ref !== 'string') continue;
      refs.add($ref);
      expect([at, $ref, typeof resolve($ref)]).toEqual([at, $ref, 'object']);
    }
    const components = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
    expect(components.filter((name) => !refs.has(name))).toEqual([]);
    expect(components.length).toBeGreaterThan(10);
  });

  it('leaves nothing of another dialect behind', () => {
    expect(JSON.stringify(document)).not.toContain('$defs');
  });

  it('declares each path parameter exactly once, required', () => {
    for (const [name, { parameters }] of operations) {
      const inPath = [...name.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const declared = parameters.filter((one: Operation) => one.in === 'path');
      expect([name, declared.map((one: Operation) => one.name)]).toEqual([name, inPath]);
      for (const one of declared) expect(one.required).toBe(true);
      const keys = parameters.map((one: Operation) => `${one.in} ${one.name}`);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it.each(Object.entries(ENDPOINTS))('documents answers, problems and headers of %s', (id, endpoint) => {
    const [, found] = operations.find(([, { operationId }]) => operationId === id)!;
    const { responses, parameters, security, requestBody } = found;
    const success = endpoint.returns === undefined ? '204' : String(endpoint.status ?? 200);
    expect(Object.keys(responses).filter((status) => status < '300')).toEqual([success]);
    for (const code of problemCodes(endpoint)) {
      const answer = responses[PROBLEMS[code].status];
      expect(answer.description).toContain(`\`${code}\``);
      const { schema } = answer.content['application/problem+json'];
      expect(schema.allOf[1].properties.code.enum).toContain(code);
    }
    const headers = parameters
      .filter((one: Operation) => one.in === 'header')
      .map((one: Operation) => one.name);
    expect(headers.includes('If-Match')).toBe(endpoint.ifMatch ?? false);
    expect(headers.includes('Idempotency-Key')).toBe(endpoint.idempotent ?? false);
    expect('ETag' in (responses[success].headers ?? {})).toBe(endpoint.etag ?? false);
    expect(security).toEqual(endpoint.access === 'public' ? [] : [{ session: [] }]);
    expect(requestBody !== undefined).toBe(endpoint.body !== undefined);
    const sent = Object.keys(requestBody?.content ?? {});
    const binary = endpoint.accepts ?? ['image/png'];
    expect(binary.every((type) => sent.includes(type))).toBe(endpoint.body === BINARY);
  });

  it('says how long to wait wherever it asks to wait', () => {
    for (const [, { responses }] of operations)
      for (const status of ['429', '503'].filter((one) => responses[one]))
        expect(responses[status].headers).toHaveProperty('Retry-After');
  });
});
