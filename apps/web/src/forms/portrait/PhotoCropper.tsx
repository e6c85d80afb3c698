import { useCallback } from 'react';
import type { PhotoProfile } from '@zikao/contract/measures';
import { Cropper, type Picture } from '#forms/cropper';
import { Dialog } from '#ui/Dialog';
import { adviseOn, framePhoto } from './check-photo.ts';
import type { Finding } from './use-face-finder.ts';

interface Props {
  file: File;
  standard: PhotoProfile;
  look: Finding['look'];
  onSave: (picture: Blob) => Promise<void>;
  onCancel: () => void;
}

/** The cropper for a portrait: framed by itself around the face, with what would fail said while the frame moves. */
export function PhotoCropper({ file, standard, look, onSave, onCancel }: Props) {
  const startAt = useCallback(
    (picture: Picture) => framePhoto(picture, standard, look).catch(() => undefined),
    [standard, look],
  );
  const advise = useCallback(
    (shown: HTMLCanvasElement) => adviseOn(shown, standard, look).catch(() => undefined),
    [standard, look],
  );
  return (
    <Dialog open kind="full" title="裁剪电子照片">
      <Cropper
        file={file}
        title="电子照片"
        aspect={standard.width / standard.height}
        overlay="portrait"
        min={{ width: standard.minWidth, height: standard.minHeight }}
        startAt={startAt}
        advise={advise}
        onSave={onSave}
        onCancel={onCancel}
      />
    </Dialog>
  );
}
