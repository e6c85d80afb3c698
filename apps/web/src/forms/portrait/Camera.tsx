import { useCallback, useState } from 'react';
import type { PhotoProfile } from '@zikao/contract/measures';
import { Button } from '#ui/Button';
import { Dialog } from '#ui/Dialog';
import { FileButton } from '#ui/FileButton';
import { Notice } from '#ui/Notice';
import { CameraView } from './CameraView.tsx';
import { capture, useCamera } from './use-camera.ts';
import type { Finding } from './use-face-finder.ts';
import { useLiveLook } from './use-live-look.ts';
import './camera.css';

interface Props {
  standard: PhotoProfile;
  finding: Finding;
  /** For a phone's own camera, when this page may not use it. */
  accept: string;
  onPhoto: (photo: File) => void;
  onClose: () => void;
}

/** The camera with its hints: takes the picture by itself when nothing is left to mend, or when asked to. */
export function Camera({ standard, finding, accept, onPhoto, onClose }: Props) {
  const { video, state } = useCamera();
  const [taking, setTaking] = useState(false);
  const take = useCallback(async () => {
    setTaking(true);
    const photo = await capture(video.current!);
    if (photo) onPhoto(photo);
    else setTaking(false);
  }, [onPhoto, video]);

  const live = useLiveLook(video, {
    on: state === 'on' && !taking,
    standard,
    look: finding.look,
    onSteady: take,
  });

  const none = state === 'refused' || state === 'absent';
  return (
    <Dialog open kind="full" title="拍摄电子照片" onClose={onClose}>
      {none ? (
        <NoCamera refused={state === 'refused'} accept={accept} onPhoto={onPhoto} />
      ) : (
        <div className="camera">
          <CameraView video={video} state={state} live={live} finding={finding} standard={standard} />
          <div className="camera__acts">
            <Button look="primary" disabled={state !== 'on'} busy={taking} onClick={() => void take()}>
              拍照
            </Button>
            <p className="small muted">
              没有问题时会自动拍照，也可以随时自己按“拍照”。画面像镜子一样左右相反，照片不会。
            </p>
          </div>
        </div>
      )}
    </Dialog>
  );
}

function NoCamera({ refused, accept, onPhoto }: { refused: boolean } & Pick<Props, 'accept' | 'onPhoto'>) {
  return (
    <div className="stack">
      <Notice tone="wait" role="alert" title={refused ? '没有使用相机的权限' : '没有找到可以用的相机'}>
        <p>
          {refused
            ? '请在浏览器的地址栏或设置里允许使用相机，再重新打开。'
            : '可能没有相机，或者相机正被别的程序使用。'}
          也可以先用手机拍好照片，再选择照片上传。
        </p>
      </Notice>
      <div className="row">
        <FileButton accept={accept} capture="user" onFile={onPhoto}>
          用手机相机拍照
        </FileButton>
        <FileButton accept={accept} onFile={onPhoto}>
          选择已有照片
        </FileButton>
      </div>
    </div>
  );
}
