import type { Answers } from '@zikao/contract/forms/fields';
import { Refused } from '#api/client';

export interface Saved {
  version: number;
  savedAt: string;
}

export type DraftStatus =
  | { kind: 'saved'; at?: string }
  | { kind: 'saving' }
  | { kind: 'failed'; message: string };

export interface DraftCalls {
  save(patch: Answers, version: number): Promise<Saved>;
  /** The version the server has now: somebody else (another tab) changed the draft. */
  latest(): Promise<number>;
  onStatus(status: DraftStatus): void;
}

export interface DraftKeeper {
  /** The calls to make from now on. */
  use(calls: DraftCalls): void;
  /** Remembers changed answers; they are sent a moment after the last key. */
  change(patch: Answers): void;
  /** Sends what is left; resolves to the version saved, throws when it could not. */
  flush(): Promise<number>;
  /** A call of its own (a picture, another tab's answer) moved the version. */
  adopt(version: number): void;
}

const PAUSE_MS = 700;
const RETRY_MS = 5_000;
const PASSING = ['offline', 'overloaded'];

/**
 * Keeps a draft saved while typing. One request at a time; what fails stays and is tried again; another tab's change
 * of the same draft is merged field by field, so that nothing typed is lost in either.
 */
export function createDraftKeeper(first: number, using: DraftCalls): DraftKeeper {
  let calls = using;
  let version = first;
  let waiting: Answers = {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();

  const adopt = (seen: number) => {
    version = Math.max(version, seen);
  };

  async function saveMerging(patch: Answers): Promise<Saved> {
    try {
      return await calls.save(patch, version);
    } catch (error) {
      if (!(error instanceof Refused) || error.problem.code !== 'request.stale') throw error;
      version = await calls.latest();
      return calls.save(patch, version);
    }
  }

  async function send(): Promise<void> {
    const patch = waiting;
    if (Object.keys(patch).length === 0) return;
    waiting = {};
    calls.onStatus({ kind: 'saving' });
    try {
      const saved = await saveMerging(patch);
      adopt(saved.version);
      calls.onStatus({ kind: 'saved', at: saved.savedAt });
    } catch (error) {
      waiting = { ...patch, ...waiting };
      const refused = error instanceof Refused ? error : undefined;
      calls.onStatus({ kind: 'failed', message: refused?.message ?? '没有保存成功，请稍后再试。' });
      if (!refused || PASSING.includes(refused.problem.code)) schedule(RETRY_MS);
      throw error;
    }
  }

  async function flush(): Promise<number> {
    clearTimeout(timer);
    running = running.catch(() => {}).then(send);
    await running;
    return version;
  }

  function schedule(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void flush().catch(() => {}), ms);
  }

  return {
    use(next) {
      calls = next;
    },
    change(patch) {
      waiting = { ...waiting, ...patch };
      schedule(PAUSE_MS);
    },
    flush,
    adopt,
  };
}
