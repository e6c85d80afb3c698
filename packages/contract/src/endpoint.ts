import type { z } from 'zod';
import type { Access } from './permissions.ts';
import type { ProblemCode } from './problems.ts';

/** A body or an answer that is raw bytes instead of JSON: pictures, documents. */
export const BINARY = 'binary';
export type Binary = typeof BINARY;

export type Shape = z.ZodType | Binary | undefined;

export interface Endpoint<
  Params extends z.ZodType | undefined = z.ZodType | undefined,
  Query extends z.ZodType | undefined = z.ZodType | undefined,
  Body extends Shape = Shape,
  Returns extends Shape = Shape,
> {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below /api/v1, parameters as `:name`. */
  path: `/${string}`;
  /** Who may call it: a permission, `session` (anyone signed in) or `public`. */
  access: Access;
  /** One Chinese sentence for the reference. */
  summary: string;
  /** Heading in the reference. */
  tag: string;
  params?: Params;
  query?: Query;
  body?: Body;
  /** Absent: answers 204 without a body. */
  returns?: Returns;
  /** Content types of a BINARY body; pictures when absent. */
  accepts?: readonly string[];
  /** Of a BINARY body; 15 MB when absent. */
  maxBytes?: number;
  /** A BINARY answer to be saved, never shown: sent as an attachment of no particular type. */
  download?: boolean;
  /** The same for everybody, without signing in: caches in front may keep it for some seconds, and ask whether it changed. */
  cache?: boolean;
  /** 201 for creating calls, else 200 (204 without a body). */
  status?: 200 | 201 | 202;
  /** Codes it may answer with, besides those every call may: validation, sign-in, access, overload. */
  problems?: readonly ProblemCode[];
  /** A creating call: `Idempotency-Key` is honoured, the same key and body get the same answer. */
  idempotent?: boolean;
  /** The answer's `version` is sent as `ETag`. */
  etag?: boolean;
  /** An update: `If-Match` with the version last seen is required (428), another version is refused (412). */
  ifMatch?: boolean;
}

/** Declares an endpoint once, for the server, the web client and the OpenAPI document alike. */
export function endpoint<
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends Shape = undefined,
  R extends Shape = undefined,
>(definition: Endpoint<P, Q, B, R>): Endpoint<P, Q, B, R> {
  return definition;
}

type Out<T> = T extends z.ZodType ? z.output<T> : T extends Binary ? Uint8Array : undefined;
type In<T> = T extends z.ZodType ? z.input<T> : T extends Binary ? Uint8Array<ArrayBuffer> : undefined;

/** What a handler receives, and a caller gets back: parsed values. */
export interface Parsed<E> {
  params: E extends Endpoint<infer P, infer _Q, infer _B, infer _R> ? Out<P> : never;
  query: E extends Endpoint<infer _P, infer Q, infer _B, infer _R> ? Out<Q> : never;
  body: E extends Endpoint<infer _P, infer _Q, infer B, infer _R> ? Out<B> : never;
}
export type Answer<E> = E extends Endpoint<infer _P, infer _Q, infer _B, infer R> ? Out<R> : never;
/** What a handler gives back: it is parsed by the answer's schema, so unknown keys never leave. */
export type Given<E> = E extends Endpoint<infer _P, infer _Q, infer _B, infer R> ? In<R> : never;

// Not distributive: a body that is a union stays one property.
type Key<Name extends string, T> = [T] extends [undefined] ? unknown : { [K in Name]: T };
/** What a caller passes. */
export type Request<E> =
  E extends Endpoint<infer P, infer Q, infer B, infer _R>
    ? Key<'params', In<P>> & Key<'query', In<Q>> & Key<'body', In<B>>
    : never;
