import { type ReactNode, useMemo, useState } from 'react';
import { Button } from '#ui/Button';
import { FileButton } from '#ui/FileButton';
import { Notice } from '#ui/Notice';
import { Spinner } from '#ui/Spinner';
import { CropDesk } from './CropDesk.tsx';
import type { Region, Size } from './geometry.ts';
import { type Picture, pictureTypes } from './open-picture.ts';
import { usePicture } from './use-picture.ts';
import './cropper.css';

export type CropperProps = {
  file: File;
  /** `身份证人像面`; the dialog around it shows the heading. */
  title: string;
  /** Width : height where it is fixed (a portrait: 3 / 4). Without it the corners are free. */
  aspect?: number;
  /** The shape a free frame starts with; an ID card by default. */
  startAspect?: number;
  overlay?: 'portrait';
  /** The longest side of the result in pixels; smaller pictures stay as they are. */
  maxSide?: number;
  /** Fewer pixels than this inside the frame are refused, with what to do. */
  min?: Size;
  hint?: ReactNode;
  /** Where the frame should begin, once that is known; it waits for nobody and moves nothing that was touched. */
  startAt?: (picture: Picture) => Promise<Region | undefined>;
  /** What to mend in what the frame shows; undefined: nothing. */
  advise?: (shown: HTMLCanvasElement) => Promise<string | undefined>;
  /** A JPEG, pixel for pixel the preview. A promise keeps the button busy. */
  onSave: (result: Blob) => void | Promise<void>;
  onCancel: () => void;
};

/** What an upload accepts: `<FileButton accept={pictureTypes}>`. */
export { pictureTypes };
export type { Picture };

const idCard = 85.6 / 54;

/** Cuts a chosen picture to what is needed of it. Nothing leaves the browser before `onSave`. */
export function Cropper({
  file,
  title,
  aspect,
  startAspect = idCard,
  hint,
  onCancel,
  ...rest
}: CropperProps) {
  const [other, setOther] = useState<File>();
  const { picture, problem } = usePicture(other ?? file);
  const rules = useMemo(() => picture && { picture, aspect, startAspect }, [picture, aspect, startAspect]);

  return (
    <section className="cropper" aria-label={title}>
      <p className="cropper__hint muted">{hint ?? (aspect ? lockedHint : freeHint)}</p>
      {picture && rules ? (
        <CropDesk
          key={picture.url}
          {...rest}
          picture={picture}
          rules={rules}
          onFile={setOther}
          onCancel={onCancel}
        />
      ) : problem ? (
        <div className="stack">
          <Notice tone="no" role="alert" title="这张图片用不了">
            <p>{problem}</p>
          </Notice>
          <div className="row">
            <FileButton size="small" accept={pictureTypes} onFile={setOther}>
              重新选择
            </FileButton>
            <Button size="small" onClick={onCancel}>
              取消
            </Button>
          </div>
        </div>
      ) : (
        <Spinner label="正在打开图片" />
      )}
    </section>
  );
}

const freeHint = (
  <>
    拖动<b className="cropper__blue">蓝色相框</b>
    的四角，让整张证件都在框内。在框里拖动是移动相框，在框外拖动是移动图片，也可以用方向键。
  </>
);

const lockedHint = (
  <>
    拖动照片放进<b className="cropper__blue">蓝色相框</b>，双指或滚轮缩放。拖动四角可以改变相框大小。
  </>
);
