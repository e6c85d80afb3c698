/**
 * Does something again and again for as long as the process runs, one round at a time. A round that fails is said in
 * one line, and the next one tries again.
 */
export function runRounds(
  everyMs: number,
  work: () => Promise<unknown>,
  onFault: (fault: string) => void,
): { stop(): Promise<void> } {
  let running: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    running ??= work()
      .catch((error: Error) => onFault(error.message.split('\n')[0]!))
      .finally(() => (running = undefined));
  }, everyMs);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
