import { solveChallenge } from 'altcha-lib';
import type { Challenge } from 'altcha-lib/types';
import { deriveKey } from './derive-key.ts';

self.addEventListener('message', async ({ data }: MessageEvent<Challenge>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker takes no origin
  self.postMessage(await solveChallenge({ challenge: data, deriveKey }));
});
