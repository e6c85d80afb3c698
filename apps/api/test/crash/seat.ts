import { pino } from 'pino';
import type { Services } from '#platform/context';
import { loadKeys } from '#platform/crypto';
import { openDatabase } from '#platform/database';
import { planRun, publishRun } from '#modules/seating';
import { inPieces } from './in-pieces.ts';

// A process of its own that plans or publishes a run, to be killed over it. `whole` or `pieces`: the control.
const [url, keyFile, what, run, officer, how] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  string,
  string,
];

const { db } = openDatabase(url, 4);
const log = pino({ level: 'silent' });
const services = {
  db: how === 'pieces' ? inPieces(db) : db,
  keys: loadKeys({ file: keyFile, suite: 'intl' }),
  wake: () => {},
  log,
} as unknown as Services & { log: typeof log };

if (what === 'plan') await planRun(services, run);
else
  await publishRun(
    {
      ...services,
      actor: { id: officer, role: 'province', name: '省考办', session: '' },
      ip: '127.0.0.1',
      device: '',
      request: '',
      ifMatch: 0,
      cookies: { get: () => undefined, set: () => {}, clear: () => {} },
      call: 'test',
      traced: { done: false },
    },
    { params: { run }, query: undefined, body: undefined } as never,
  );
process.exit(0);
