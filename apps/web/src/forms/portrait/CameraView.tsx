import type { RefObject } from 'react';
import type { PhotoProfile } from '@zikao/contract/measures';
import type { FaceMarks } from '@zikao/contract/verification';
import { Spinner } from '#ui/Spinner';
import { FinderMark } from './FinderMark.tsx';
import type { CameraState } from './use-camera.ts';
import type { Finding } from './use-face-finder.ts';
import type { Live } from './use-live-look.ts';

interface Props {
  video: RefObject<HTMLVideoElement | null>;
  state: CameraState;
  live: Live | undefined;
  finding: Finding;
  standard: PhotoProfile;
}

/** The mirror: video, oval, face box, and one hint. */
export function CameraView({ video, state, live, finding, standard }: Props) {
  const { width, height } = standard;
  const good = live !== undefined && live.hint === undefined;
  return (
    <div className="camera__view">
      <div className="camera__mirror" style={{ aspectRatio: `${width} / ${height}` }}>
        {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- a mirror has nothing to caption */}
        <video ref={video} className="camera__video" muted playsInline aria-label="相机画面" />
        <svg className="camera__marks" viewBox="0 0 480 640" preserveAspectRatio="none" aria-hidden="true">
          <ellipse
            className={good ? 'camera__oval camera__oval--good' : 'camera__oval'}
            cx="240"
            cy="262"
            rx="118"
            ry="160"
          />
          {live?.face && <FaceBox {...live.face} />}
        </svg>
        {typeof live?.count === 'number' && <span className="camera__count num">{live.count}</span>}
        <p className="camera__hint" role="status">
          {state === 'asking' ? '正在打开相机，请允许使用相机' : live && (live.hint ?? '很好，请保持不动')}
        </p>
      </div>
      {state === 'asking' && <Spinner label="正在打开相机" />}
      <FinderMark finding={finding} />
    </div>
  );
}

function FaceBox({ box }: FaceMarks) {
  const { x, y, width, height } = box;
  return (
    <rect
      className="camera__face"
      x={x * 480}
      y={y * 640}
      width={width * 480}
      height={height * 640}
      rx="12"
    />
  );
}
