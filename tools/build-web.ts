import { run, turbo } from './run.ts';

/** Builds the web app into apps/web/dist; turbo knows whether what is there came from these very sources. */
export async function buildWeb(): Promise<number> {
  const [command, ...args] = turbo('build', '--filter=@zikao/web');
  const { code, output } = await run(command, args, { quiet: true });
  if (code !== 0) console.error(output);
  return code;
}

if (import.meta.main) process.exitCode = await buildWeb();
