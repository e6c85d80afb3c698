import { readFileSync } from 'node:fs';
import pg from 'pg';
import type { Product } from './product.ts';

/** How PostgreSQL carried out a statement: its own words. */
export interface Plan {
  tables: string[];
  text: string;
}

/** From now on every statement's plan is written to the server's log; connections are made anew for it. */
export async function explainAll({ databaseUrl }: Product): Promise<void> {
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  for (const setting of [
    `session_preload_libraries = 'auto_explain'`,
    'auto_explain.log_min_duration = 0',
    'auto_explain.log_analyze = on',
    'auto_explain.log_timing = off',
  ])
    await database.query(`alter role postgres set ${setting}`);
  await database.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and usename = current_user`,
  );
  await database.end();
}

/** The plans of what ran meanwhile. */
export async function plansOf({ databaseLog }: Product, run: () => Promise<unknown>): Promise<Plan[]> {
  const before = readFileSync(databaseLog).length;
  await run();
  const written = readFileSync(databaseLog).subarray(before).toString();
  return written
    .split(/(?=^\S.*duration: [\d.]+ ms {2}plan:)/m)
    .filter((entry) => entry.includes('  plan:'))
    .map((entry) => {
      const text = planLines(entry);
      return { text, tables: [...new Set([...text.matchAll(/ on (\w+)/g)].map(([, table]) => table!))] };
    });
}

/** The plan without the statement before it. */
function planLines(entry: string): string {
  const lines = entry.split('\n');
  const from = lines.findIndex((line) => /\(cost=/.test(line));
  return lines
    .slice(from)
    .filter((line) => line.startsWith('\t'))
    .join('\n');
}
