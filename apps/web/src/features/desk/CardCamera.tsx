import { useState } from 'react';
import { capture, useCamera } from '#forms/portrait';
import { Button } from '#ui/Button';
import { Dialog } from '#ui/Dialog';
import { Notice } from '#ui/Notice';

interface Props {
  title: string;
  onPhoto: (photo: File) => void;
  onClose: () => void;
}

/** A webcam over the card: no face to find, the frame is set afterwards in the cropper. */
export function CardCamera({ title, onPhoto, onClose }: Props) {
  const { video, state } = useCamera();
  const [taking, setTaking] = useState(false);
  async function take() {
    setTaking(true);
    const photo = await capture(video.current!);
    if (photo) onPhoto(photo);
    else setTaking(false);
  }
  const none = state === 'refused' || state === 'absent';
  return (
    <Dialog open kind="full" title={title} onClose={onClose}>
      {none ? (
        <Notice tone="wait" role="alert" title="没有可以用的相机">
          <p>请在浏览器里允许使用相机，或者关闭后选择图片上传。</p>
        </Notice>
      ) : (
        <div className="desk__camera">
          {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- a camera's picture has nothing to caption */}
          <video ref={video} className="desk__video" muted playsInline aria-label="相机画面" />
          <p role="status">
            {state === 'asking' ? '正在打开相机，请允许使用相机' : '请把身份证放平，四角都在画面里'}
          </p>
          <Button look="primary" disabled={state !== 'on'} busy={taking} onClick={() => void take()}>
            拍照
          </Button>
        </div>
      )}
    </Dialog>
  );
}
