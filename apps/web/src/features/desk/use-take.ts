import { useState } from 'react';
import { takePicture } from '@zikao/contract/desk/endpoints';
import type { DeskPerson } from '@zikao/contract/desk/shapes';
import type { PictureKind } from '@zikao/contract/forms/fields';
import { Refused } from '#api/client';
import { upload } from '#api/upload';

export interface Going {
  kind: PictureKind;
  share: number;
  picture: Blob;
  stop: AbortController;
  failed?: string;
}

/** Sends pictures taken at the desk, one at a time, with progress, cancel and retry. */
export function useTake(
  id: string,
  papers: string,
  onTaken: (kind: PictureKind, person: DeskPerson) => void,
) {
  const [going, setGoing] = useState<Going>();
  async function send(kind: PictureKind, picture: Blob) {
    const stop = new AbortController();
    const progress = (share: number) => setGoing({ kind, share, picture, stop });
    progress(0);
    try {
      const request = { params: { id, kind }, query: { papers: papers as never }, body: picture };
      const person = await upload(takePicture, request, { progress, signal: stop.signal });
      setGoing(undefined);
      onTaken(kind, person);
    } catch (failure) {
      if (stop.signal.aborted) return setGoing(undefined);
      const failed = failure instanceof Refused ? failure.message : '没有传上去，请检查网络后重试。';
      setGoing({ kind, share: 0, picture, stop, failed });
    }
  }
  return { going, send };
}
