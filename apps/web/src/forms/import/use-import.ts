import { useRef, useState } from 'react';
import type { Endpoint, Request } from '@zikao/contract/endpoint';
import type { ImportPreview } from '@zikao/contract/imports';
import { Refused } from '#api/client';
import { upload } from '#api/upload';

/** What `importEndpoints` makes, and the parameters of its address. */
export interface ImportCalls {
  template: Endpoint;
  preview: Endpoint;
  apply: Endpoint;
  params?: Record<string, string>;
}
type Removal = 'keep' | 'remove';

/** A file on its way in: sent for a preview, and sent again with what the preview was about. */
export function useImport({ preview: toPreview, apply: toApply, params }: ImportCalls) {
  const [file, setFile] = useState<File>();
  const [removal, setRemoval] = useState<Removal>('keep');
  const [share, setShare] = useState<number>();
  const [preview, setPreview] = useState<ImportPreview>();
  const [refused, setRefused] = useState<Refused>();
  const [busy, setBusy] = useState(false);
  const latest = useRef<AbortController>(undefined);

  function send(endpoint: Endpoint, body: File, query: Record<string, string>) {
    latest.current?.abort();
    const stop = (latest.current = new AbortController());
    const request = { params, query: { name: body.name, ...query }, body } as unknown as Request<Endpoint> & {
      body: Blob;
    };
    return upload(endpoint, request, { progress: setShare, signal: stop.signal }).catch((error: unknown) => {
      if (stop.signal.aborted) return undefined;
      setRefused(
        error instanceof Refused ? error : new Refused({ code: 'unexpected', title: '没有成功，请重试。' }),
      );
      return undefined;
    });
  }

  async function look(chosen: File, how: Removal) {
    setFile(chosen);
    setPreview(undefined);
    setRefused(undefined);
    setShare(0);
    const found = (await send(toPreview, chosen, { removal: how })) as ImportPreview | undefined;
    setShare(undefined);
    setPreview(found);
  }

  return {
    file,
    removal,
    /** Of the upload; 1 while the server reads, absent when nothing is under way. */
    share,
    preview,
    refused,
    busy,
    choose: (chosen: File) => void look(chosen, removal),
    remove(how: Removal) {
      setRemoval(how);
      if (file) void look(file, how);
    },
    /** What was written; undefined when it was refused. */
    async apply(): Promise<ImportPreview['counts'] | undefined> {
      if (!file || !preview?.basis) return undefined;
      setBusy(true);
      setRefused(undefined);
      const done = await send(toApply, file, { removal, basis: preview.basis });
      setShare(undefined);
      setBusy(false);
      if (!done) setPreview(undefined);
      return (done as { counts: ImportPreview['counts'] } | undefined)?.counts;
    },
    reset() {
      latest.current?.abort();
      setFile(undefined);
      setPreview(undefined);
      setRefused(undefined);
      setShare(undefined);
      setBusy(false);
      setRemoval('keep');
    },
  };
}
