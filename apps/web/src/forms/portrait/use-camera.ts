import { type RefObject, useEffect, useRef, useState } from 'react';

/** `refused`: by the person or a policy. `absent`: no camera, in use elsewhere, or a page that is not https. */
export type CameraState = 'asking' | 'on' | 'refused' | 'absent';

export type Camera = { video: RefObject<HTMLVideoElement | null>; state: CameraState };

/** The front camera, shown in the element that takes the ref as long as the caller is mounted. */
export function useCamera(): Camera {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<CameraState>('asking');

  useEffect(() => {
    let stream: MediaStream | undefined;
    let left = false;
    const stop = () => stream?.getTracks().forEach((track) => track.stop());
    async function open() {
      try {
        if (!navigator.mediaDevices) return setState('absent');
        stream = await navigator.mediaDevices.getUserMedia({
          audio: false,
          video: { facingMode: 'user', width: { ideal: 1920 }, height: { ideal: 1440 } },
        });
        if (left || !video.current) return stop();
        video.current.srcObject = stream;
        await video.current.play();
        if (!left) setState('on');
      } catch (error) {
        stop();
        if (left) return;
        const refused = error instanceof DOMException && error.name === 'NotAllowedError';
        setState(refused ? 'refused' : 'absent');
      }
    }
    void open();
    return () => {
      left = true;
      stop();
    };
  }, []);

  return { video, state };
}

/** What the camera shows now as a file: all of it, and not mirrored. */
export async function capture(video: HTMLVideoElement): Promise<File | undefined> {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')!.drawImage(video, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.95));
  canvas.width = canvas.height = 0;
  return blob ? new File([blob], '照片.jpg', { type: 'image/jpeg' }) : undefined;
}
