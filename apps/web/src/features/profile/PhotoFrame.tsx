import { useState } from 'react';
import type { Profile } from '@zikao/contract/candidates';
import type { Judgement, PhotoProfile } from '@zikao/contract/measures';
import { Refused } from '#api/client';
import { Cropper, pictureTypes } from '#forms/cropper';
import { FileButton } from '#ui/FileButton';
import { Dialog } from '#ui/Dialog';
import { Progress } from '#ui/Progress';
import { checkPhoto } from './check-photo.ts';
import { pictureUrl, useSendPicture } from './use-profile.ts';

interface Props {
  standard: PhotoProfile;
  photo: Profile['photo'];
  onChecked: (judgement: Judgement) => void;
}

interface Going {
  share: number;
  picture: Blob;
  stop: AbortController;
  failed?: string;
}

/** The frame with the oval, choosing or taking a photo, cropping it and sending it. */
export function PhotoFrame({ standard, photo, onChecked }: Props) {
  const sendPicture = useSendPicture();
  const [file, setFile] = useState<File>();
  const [going, setGoing] = useState<Going>();

  async function transmit(picture: Blob) {
    const stop = new AbortController();
    setFile(undefined);
    setGoing({ share: 0, picture, stop });
    try {
      onChecked(await checkPhoto(picture, standard));
      await sendPicture('photo', picture, (share) => setGoing({ share, picture, stop }), stop.signal);
      setGoing(undefined);
    } catch (failure) {
      if (stop.signal.aborted) return setGoing(undefined);
      const failed = failure instanceof Refused ? failure.message : '没有传上去，请检查网络后重试。';
      setGoing({ share: 0, picture, stop, failed });
    }
  }

  return (
    <section className="photo-frame" aria-label="电子照片">
      <div className="photo-frame__stage">
        {photo.picture ? (
          <img className="photo-frame__picture" src={pictureUrl(photo.picture)} alt="已上传的电子照片" />
        ) : (
          <Figure />
        )}
        {!photo.picture && (
          <svg className="photo-frame__oval" viewBox="0 0 480 640" aria-hidden="true">
            <ellipse cx="240" cy="272" rx="128" ry="168" />
          </svg>
        )}
      </div>
      {going && (
        <Progress
          label="上传电子照片"
          value={going.share}
          state={going.failed ? 'failed' : 'going'}
          {...(going.failed && { error: going.failed })}
          onCancel={() => going.stop.abort()}
          onRetry={() => void transmit(going.picture)}
        />
      )}
      <div className="row photo-frame__acts">
        <FileButton accept={pictureTypes} capture="user" onFile={setFile}>
          用相机拍照
        </FileButton>
        <FileButton accept={pictureTypes} onFile={setFile}>
          {photo.picture ? '重新选择照片' : '选择照片'}
        </FileButton>
      </div>
      <Dialog open={file !== undefined} kind="full" title="裁剪电子照片">
        {file && (
          <Cropper
            file={file}
            title="电子照片"
            aspect={standard.width / standard.height}
            overlay="portrait"
            min={{ width: standard.minWidth, height: standard.minHeight }}
            onSave={transmit}
            onCancel={() => setFile(undefined)}
          />
        )}
      </Dialog>
    </section>
  );
}

function Figure() {
  return (
    <svg className="photo-frame__picture" viewBox="0 0 480 640" role="img" aria-label="还没有上传照片">
      <rect width="480" height="640" fill="#f3f6f9" />
      <circle cx="240" cy="262" r="104" fill="#d3dee8" />
      <path d="M70 640c0-150 70-236 170-236s170 86 170 236z" fill="#b4c5d4" />
    </svg>
  );
}
