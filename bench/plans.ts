import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import pg from 'pg';
import type { Product } from './product.ts';

/** How PostgreSQL carried out a statement, in its own words; what is below a node is in `Plans`. */
interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: Node[];
}

/** What a statement read from one table or index. */
export interface Reading {
  how: string;
  /** Not there: of a bitmap's index, which says it by its name. */
  table: string | undefined;
  index: string | undefined;
  /** Rows looked at, also those that were then left out. */
  rows: number;
  pages: number;
}

const BEGINS = /(?=^\S.*duration: [\d.]+ ms {2}plan:)/m;
const SETTINGS = {
  session_preload_libraries: 'auto_explain',
  'auto_explain.log_min_duration': '0',
  'auto_explain.log_analyze': 'on',
  'auto_explain.log_timing': 'off',
  'auto_explain.log_buffers': 'on',
  'auto_explain.log_format': 'json',
};

/** From now on every statement's plan is written to the server's log, or no longer; connections are made anew for it. */
export async function explainAll({ databaseUrl }: Product, on: boolean): Promise<void> {
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  for (const [name, value] of Object.entries(SETTINGS))
    await database.query(`alter role postgres ${on ? `set ${name} = '${value}'` : `reset ${name}`}`);
  await database.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and usename = current_user`,
  );
  await database.end();
}

/** What the statements that ran meanwhile read, statement by statement. */
export async function readingsOf(
  { databaseLog }: Product,
  run: () => Promise<unknown>,
): Promise<Reading[][]> {
  const log = openSync(databaseLog, 'r');
  const before = fstatSync(log).size;
  await run();
  const written = Buffer.alloc(fstatSync(log).size - before);
  readSync(log, written, 0, written.length, before);
  closeSync(log);
  return written
    .toString()
    .split(BEGINS)
    .filter((entry) => entry.includes('  plan:'))
    .map((entry) => {
      const lines = entry.split('\n').filter((line) => line.startsWith('\t'));
      return scansOf((JSON.parse(lines.join('\n')) as { Plan: Node }).Plan);
    });
}

function scansOf(node: Node): Reading[] {
  const below = (node.Plans ?? []).flatMap(scansOf);
  if (!node['Relation Name'] && !node['Index Name']) return below;
  const { 'Rows Removed by Filter': filtered = 0, 'Rows Removed by Index Recheck': rechecked = 0 } = node;
  // Rows are an average of the loops; pages are a sum, with those of the index of a bitmap in them.
  return [
    {
      how: node['Node Type'],
      table: node['Relation Name'],
      index: node['Index Name'],
      rows: Math.round((node['Actual Rows'] + filtered + rechecked) * node['Actual Loops']),
      pages: node['Shared Hit Blocks'] + node['Shared Read Blocks'],
    },
    ...below,
  ];
}

/** One line of a plan. */
export function wordsOf({ how, table, index, rows, pages }: Reading): string {
  return `${[how, table, index && `（${index}）`].filter(Boolean).join(' ')} ${rows} 行 ${pages} 页`;
}

/** Tables too large to be read from end to end, with how many rows they have. */
export async function largeTables({ databaseUrl }: Product, from: number): Promise<Map<string, number>> {
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  const { rows } = await database.query<{ relname: string; reltuples: number }>(
    `select relname, reltuples from pg_class where relkind = 'r' and reltuples >= $1`,
    [from],
  );
  await database.end();
  return new Map(rows.map(({ relname, reltuples }) => [relname, reltuples]));
}
