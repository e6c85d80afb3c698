/**
 * Does something again and again for as long as the process runs, one round at a time; `wake`: at once. A round that
 * fails is said in one line, and the next one tries again.
 */
export function runRounds(
  everyMs: number,
  work: () => Promise<unknown>,
  onFault: (fault: string) => void,
): { wake(): void; stop(): Promise<void> } {
  let running: Promise<unknown> | undefined;
  const round = () => {
    running ??= work()
      .catch((error: Error) => onFault(error.message.split('\n')[0]!))
      .finally(() => (running = undefined));
  };
  const timer = setInterval(round, everyMs);
  return {
    wake: round,
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
