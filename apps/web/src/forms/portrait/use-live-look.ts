import { type RefObject, useEffect, useState } from 'react';
import { judge, type PhotoProfile } from '@zikao/contract/measures';
import type { FaceMarks } from '@zikao/contract/verification';
import { middleOf } from './framing.ts';
import { countdown, hintOf, LIVE_MEASURES, stayed } from './guidance.ts';
import type { Finding } from './use-face-finder.ts';

/** Frames are looked at in this size: that of the standard copy. */
const WIDTH = 480;
/** At most so many milliseconds of looking out of each, so that phones stay cool. */
const PAUSE = 60;

export type Live = { face?: FaceMarks; hint: string | undefined; count: ReturnType<typeof countdown> };

interface Watch {
  on: boolean;
  standard: PhotoProfile;
  look: Finding['look'];
  /** The countdown is over. */
  onSteady: () => void;
}

/** Looks at one frame after the other, says what to do, and counts down once nothing is left to do. */
export function useLiveLook(
  video: RefObject<HTMLVideoElement | null>,
  { on, standard, look, onSteady }: Watch,
): Live | undefined {
  const [live, setLive] = useState<Live>();

  useEffect(() => {
    if (!on) return;
    const gone = new AbortController();
    let before: FaceMarks | undefined;
    let since: number | undefined;
    const limits = Object.fromEntries(LIVE_MEASURES.map((id) => [id, standard.limits[id] ?? {}]));

    async function lookOnce() {
      const frame = await frameOf(video.current!, standard.width / standard.height);
      const seen = await look(frame, standard.background.rgb);
      if (gone.signal.aborted || !seen?.faces) return;
      const { values, face } = seen;
      const judged = judge({ ...standard, limits }, values, face && { face });
      const hint = hintOf(judged, standard.background.name);
      const quiet = hint === undefined && stayed(before, face);
      since = quiet ? (since ?? performance.now()) : undefined;
      before = face;
      const count = since === undefined ? 'wait' : countdown(performance.now() - since);
      setLive({ hint, count, ...(face && { face }) });
      if (count !== 'shoot') return;
      gone.abort();
      onSteady();
    }
    async function go() {
      while (!gone.signal.aborted) {
        await lookOnce().catch(() => {}); // a frame that could not be taken: the next will do
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
      }
    }
    void go();
    return () => gone.abort();
  }, [video, on, standard, look, onSteady]);

  return live;
}

function frameOf(video: HTMLVideoElement, aspect: number): Promise<ImageBitmap> {
  const { left, top, width, height } = middleOf(
    { width: video.videoWidth, height: video.videoHeight },
    aspect,
  );
  const size = { resizeWidth: WIDTH, resizeHeight: Math.round(WIDTH / aspect) };
  return createImageBitmap(video, left, top, width, height, { ...size, resizeQuality: 'medium' });
}
