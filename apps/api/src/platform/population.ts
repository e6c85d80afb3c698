import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { now } from '#platform/clock';
import { openBreaker } from '#platform/breaker';
import type { Db } from '#platform/database';
import type { Examiner, VerificationInput } from '#platform/verification';

const TRIES = 3;
const PAUSE_MS = 500;
const MOST_BYTES = 16 * 1024;

const Answer = z.object({ id: z.uuid(), match: z.enum(['same', 'different', 'unknown']) });
/** As the measure `populationMatch` counts them. */
const VALUES = { same: 1, unknown: 0.5, different: 0 } as const;

interface Options {
  url: string;
  secret: string;
  db: Db;
  /** For one request, in milliseconds. */
  timeoutMs?: number;
  /** Waits between tries; tests do not. */
  pause?(ms: number): Promise<unknown>;
  /** Milliseconds, for the circuit breaker. */
  clock?(): number;
}

/** The public-security service of docs/identity-service.md. `up`: it is not known to be down. */
export interface Population {
  examine: Examiner;
  up(): boolean;
}

/**
 * Asks whether name, number and face belong together. A fault of the line or of the service is tried again under the
 * same id, more slowly each time; an answer whose signature is wrong is no answer.
 */
export function openPopulation(options: Options): Population {
  const { pause = sleep } = options;
  const breaker = openBreaker(options.clock ? { now: options.clock } : {});
  async function ask(body: { id: string; at: string }): Promise<keyof typeof VALUES> {
    for (let tried = 1; ; tried++) {
      try {
        return await breaker.call(() => post(options, body));
      } catch (error) {
        if (tried >= TRIES || !breaker.closed() || error instanceof Refused) throw error;
        await pause(PAUSE_MS * 2 ** (tried - 1));
      }
    }
  }
  return {
    up: breaker.closed,
    async examine(input) {
      const id = randomUUID();
      const at = (await now(options.db)).toISOString();
      return { values: { populationMatch: VALUES[await ask({ id, at, ...asked(input) })] } };
    },
  };
}

const asked = ({ photo, declared: { name, idNumber } }: VerificationInput) => ({
  name,
  idNumber,
  photo: photo.toString('base64'),
});

/** The service understood the request and does not want it: asking again would not help. */
class Refused extends Error {}

async function post({ url, secret, timeoutMs = 5_000 }: Options, given: { id: string; at: string }) {
  const sign = (at: string, body: string) =>
    `sha256=${createHmac('sha256', secret).update(`${at}\n${body}`).digest('hex')}`;
  const body = JSON.stringify(given);
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-zikao-timestamp': given.at,
      'x-zikao-signature': sign(given.at, body),
    },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  const { status, headers } = response;
  if (status >= 400 && status < 500 && status !== 429) throw new Refused(`answered ${status}`);
  if (status !== 200) throw new Error(`answered ${status}`);
  const text = await readShort(response);
  const genuine = same(headers.get('x-zikao-signature') ?? '', sign(given.at, text));
  if (!genuine) throw new Error('answered with a wrong signature');
  const answer = Answer.parse(JSON.parse(text));
  if (answer.id !== given.id) throw new Error('answered another question');
  return answer.match;
}

async function readShort(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.length;
    if (bytes > MOST_BYTES) throw new Error('answered too much');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
