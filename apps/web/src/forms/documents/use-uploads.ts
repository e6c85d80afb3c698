import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Document } from '@zikao/contract/documents';
import { Refused } from '#api/client';
import { PictureProblem } from '#forms/open-picture';
import { SENDING } from '#forms/sending';
import { useFileStore } from './file-store.ts';
import { prepareFile } from './prepare-file.ts';
import { putDocument } from './store.ts';

/** A file on its way. `share` 1: sent whole, being looked through. */
export interface Upload {
  key: number;
  file: File;
  share: number;
  stop: AbortController;
  /** Why it did not arrive; `final`: trying again would not help. */
  failed?: { sentence: string; final: boolean };
}

let serial = 0;

/** Sends chosen files side by side, each with its own progress, cancel and retry. */
export function useUploads(onStored: (document: Document) => void) {
  const client = useQueryClient();
  const { send } = useFileStore();
  const [uploads, setUploads] = useState<Upload[]>([]);
  const going = useRef(new Set<AbortController>());
  const { mutate } = useMutation({ mutationKey: SENDING, mutationFn: transmit });

  useEffect(() => {
    const all = going.current;
    return () => all.forEach((stop) => stop.abort());
  }, []);

  const change = (key: number, to: Partial<Upload>) =>
    setUploads((before) => before.map((one) => (one.key === key ? { ...one, ...to } : one)));
  const drop = (key: number) => setUploads((before) => before.filter((one) => one.key !== key));

  async function transmit({ key, file, stop }: Upload): Promise<void> {
    going.current.add(stop);
    try {
      const prepared = await prepareFile(file);
      stop.signal.throwIfAborted();
      const progress = (share: number) => change(key, { share });
      const stored = await send(prepared, { progress, signal: stop.signal });
      putDocument(client, stored);
      drop(key);
      onStored(stored);
    } catch (error) {
      if (stop.signal.aborted) drop(key);
      else change(key, { failed: failureOf(error) });
    } finally {
      going.current.delete(stop);
    }
  }

  function start(upload: Upload) {
    mutate(upload);
    return upload;
  }

  return {
    uploads,
    add(files: readonly File[]) {
      const fresh = files.map((file) =>
        start({ key: serial++, file, share: 0, stop: new AbortController() }),
      );
      setUploads((before) => [...before, ...fresh]);
    },
    retry({ key, file }: Upload) {
      const again = start({ key, file, share: 0, stop: new AbortController() });
      setUploads((before) => before.map((one) => (one.key === key ? again : one)));
    },
    /** Stops it, or takes a failed one off the list. */
    cancel({ key, stop, failed }: Upload) {
      stop.abort();
      if (failed) drop(key);
    },
  };
}

const PASSING = new Set(['offline', 'overloaded', 'unexpected', 'document.tooOften', 'signedOut']);

function failureOf(error: unknown): NonNullable<Upload['failed']> {
  if (error instanceof PictureProblem) return { sentence: error.message, final: true };
  if (!(error instanceof Refused)) return { sentence: '没有传上去，请检查网络后重试。', final: false };
  const { code, title, detail } = error.problem;
  return { sentence: detail ?? title, final: !PASSING.has(code) };
}
