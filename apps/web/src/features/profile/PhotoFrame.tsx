import { useCallback, useState } from 'react';
import type { Profile } from '@zikao/contract/candidates';
import type { Judgement, PhotoProfile } from '@zikao/contract/measures';
import { Refused } from '#api/client';
import { pictureTypes } from '#forms/cropper';
import { Camera, checkPhoto, FinderMark, type Finding, PhotoCropper } from '#forms/portrait';
import { Button } from '#ui/Button';
import { FileButton } from '#ui/FileButton';
import { Progress } from '#ui/Progress';
import { pictureUrl, useSendPicture } from './use-profile.ts';

interface Props {
  standard: PhotoProfile;
  photo: Profile['photo'];
  finding: Finding;
  /** A photo is on its way: what was said of the last no longer holds. Then what this device can tell of it. */
  onChecked: (judgement: Judgement | undefined) => void;
}

interface Going {
  share: number;
  picture: Blob;
  stop: AbortController;
  failed?: string;
}

/** The frame with the oval, choosing or taking a photo, cropping it and sending it. */
export function PhotoFrame({ standard, photo, finding, onChecked }: Props) {
  const sendPicture = useSendPicture();
  const [camera, setCamera] = useState(false);
  const [file, setFile] = useState<File>();
  const [going, setGoing] = useState<Going>();
  const { look } = finding;

  const take = useCallback((taken: File) => {
    setCamera(false);
    setFile(taken);
  }, []);

  async function transmit(picture: Blob) {
    const stop = new AbortController();
    setFile(undefined);
    setGoing({ share: 0, picture, stop });
    onChecked(undefined);
    const checked = checkPhoto(picture, standard, look).catch(() => undefined);
    try {
      await sendPicture('photo', picture, (share) => setGoing({ share, picture, stop }), stop.signal);
      setGoing(undefined);
      onChecked(await checked);
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
        <Button onClick={() => setCamera(true)}>用相机拍照</Button>
        <FileButton accept={pictureTypes} onFile={setFile}>
          {photo.picture ? '重新选择照片' : '选择照片'}
        </FileButton>
      </div>
      <FinderMark finding={finding} />
      {camera && (
        <Camera
          standard={standard}
          finding={finding}
          accept={pictureTypes}
          onPhoto={take}
          onClose={() => setCamera(false)}
        />
      )}
      {file && (
        <PhotoCropper
          file={file}
          standard={standard}
          look={look}
          onSave={transmit}
          onCancel={() => setFile(undefined)}
        />
      )}
    </section>
  );
}

function Figure() {
  return (
    <svg className="photo-frame__picture" viewBox="0 0 480 640" role="img" aria-label="还没有上传照片">
      <rect width="480" height="640" fill="#f3f6f9" />
      <circle cx="240" cy="262" r="104" fill="#d3dee8" />
      <path d="M70 640c0-150 70-236 170-236s170 86 170 236z" fill="#b4c5d4" />
      <ellipse className="photo-frame__oval" cx="240" cy="262" rx="128" ry="164" />
    </svg>
  );
}
