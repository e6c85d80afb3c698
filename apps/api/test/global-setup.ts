import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from '#platform/database';
import { startEmbedded } from '#platform/embedded-postgres';
import { onServer, withDatabase } from './database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server's URL, and the migrated database every test database is copied from. */
    postgres: { url: string; template: string };
  }
}

/**
 * One PostgreSQL for the whole run: our own, without fsync, or the one TEST_DATABASE_URL names (its user must be
 * allowed to create databases). Migrations run once, into the template.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer();
  const template = `zikao_test_${process.pid}`;
  await onServer(server.url, `create database ${template} template template0`);
  await migrate(withDatabase(server.url, template));
  project.provide('postgres', { url: server.url, template });
  return async () => {
    await onServer(server.url, `drop database ${template} with (force)`);
    await server.stop();
  };
}

async function startServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  const base = mkdtempSync(join(tmpdir(), 'zikao-test-'));
  chmodSync(base, 0o755); // as root the server runs as somebody else, who must get in
  const flags = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=300'];
  const server = await startEmbedded({
    dataDir: join(base, 'postgres'),
    flags: flags.flatMap((flag) => ['-c', flag]),
  });
  return {
    url: server.url,
    async stop() {
      await server.stop();
      if (existsSync(base)) rmSync(base, { recursive: true, force: true });
    },
  };
}
