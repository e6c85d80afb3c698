import { useEffect, useRef, useState } from 'react';
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

interface Options {
  version: number;
  savedAt?: string;
  save(patch: Answers, version: number): Promise<Saved>;
  /** The version the server has now: somebody else (another tab) changed the draft. */
  latest(): Promise<number>;
}

export interface Draft {
  status: DraftStatus;
  /** Remembers changed answers; they are sent a moment after the last key. */
  change(patch: Answers): void;
  /** Sends what is left; resolves to the version saved, throws when it could not. */
  flush(): Promise<number>;
  /** A call of its own (a picture) moved the version. */
  adopt(saved: Saved): void;
}

const PAUSE_MS = 700;
const RETRY_MS = 5_000;

/**
 * Keeps a draft saved while typing. One request at a time; what fails stays and is tried again; another tab's change
 * of the same draft is merged field by field, so that nothing typed is lost in either.
 */
export function useDraft(options: Options): Draft {
  const now = useRef(options);
  now.current = options;
  const [status, setStatus] = useState<DraftStatus>({ kind: 'saved', at: options.savedAt });
  const queue = useRef({
    version: options.version,
    patch: {} as Answers,
    timer: 0,
    running: Promise.resolve(),
  });
  queue.current.version = Math.max(queue.current.version, options.version);

  const [draft] = useState(() => {
    const schedule = (ms: number) => {
      clearTimeout(queue.current.timer);
      queue.current.timer = window.setTimeout(() => void flush().catch(() => {}), ms);
    };
    const adopt = ({ version, savedAt }: Saved) => {
      queue.current.version = Math.max(queue.current.version, version);
      setStatus({ kind: 'saved', at: savedAt });
    };
    const send = async () => {
      const { patch } = queue.current;
      if (Object.keys(patch).length === 0) return;
      queue.current.patch = {};
      setStatus({ kind: 'saving' });
      try {
        adopt(await saveMerging(patch));
      } catch (error) {
        queue.current.patch = { ...patch, ...queue.current.patch };
        const refused = error instanceof Refused ? error : undefined;
        setStatus({ kind: 'failed', message: refused?.message ?? '没有保存成功，请稍后再试。' });
        if (!refused || ['offline', 'overloaded'].includes(refused.problem.code)) schedule(RETRY_MS);
        throw error;
      }
    };
    const saveMerging = async (patch: Answers) => {
      try {
        return await now.current.save(patch, queue.current.version);
      } catch (error) {
        if (!(error instanceof Refused) || error.problem.code !== 'request.stale') throw error;
        queue.current.version = await now.current.latest();
        return now.current.save(patch, queue.current.version);
      }
    };
    const flush = async () => {
      clearTimeout(queue.current.timer);
      const turn = queue.current.running.catch(() => {}).then(send);
      queue.current.running = turn;
      await turn;
      return queue.current.version;
    };
    const change = (patch: Answers) => {
      queue.current.patch = { ...queue.current.patch, ...patch };
      schedule(PAUSE_MS);
    };
    return { change, flush, adopt };
  });

  useEffect(() => {
    // Leaving the page or hiding the tab sends at once; coming online again tries again.
    const send = () => void draft.flush().catch(() => {});
    document.addEventListener('visibilitychange', send);
    window.addEventListener('online', send);
    return () => {
      document.removeEventListener('visibilitychange', send);
      window.removeEventListener('online', send);
      send();
    };
  }, [draft]);

  return { ...draft, status };
}
