import type { Challenge, Solution } from 'altcha-lib/types';
import { getChallenge } from '@zikao/contract/identity';
import { call, Refused } from '#api/client';

/** Takes a puzzle from the server and solves it beside the page; the answer goes with one request for an SMS. */
export async function prove(): Promise<string> {
  const challenge = (await call(getChallenge, {})) as unknown as Challenge;
  const solution = await solve(challenge);
  if (!solution) throw new Refused({ code: 'challenge.wrong', title: '安全校验没有完成，请重试。' });
  return btoa(JSON.stringify({ challenge, solution }));
}

function solve(challenge: Challenge): Promise<Solution | null> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Solution | null>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Solution | null>) => resolve(data));
    worker.addEventListener('error', reject);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker takes no origin
    worker.postMessage(challenge);
  }).finally(() => worker.terminate());
}
