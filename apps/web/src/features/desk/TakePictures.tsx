import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { DESK_ACT_NAMES, DESK_PAPERS } from '@zikao/contract/desk/papers';
import type { DeskPerson } from '@zikao/contract/desk/shapes';
import { PICTURE_KINDS, type PictureKind } from '@zikao/contract/forms/fields';
import { getPhotoProfile } from '@zikao/contract/photos';
import { query } from '#api/query';
import { Cropper, pictureTypes } from '#forms/cropper';
import { Camera, FinderMark, PhotoCropper, useFaceFinder } from '#forms/portrait';
import { Button } from '#ui/Button';
import { Card } from '#ui/Card';
import { Dialog } from '#ui/Dialog';
import { FileButton } from '#ui/FileButton';
import { Progress } from '#ui/Progress';
import { showToast } from '#ui/Toast';
import { CardCamera } from './CardCamera.tsx';
import { Papers } from './Papers.tsx';
import { useTake } from './use-take.ts';

const NAMES: Record<PictureKind, string> = {
  photo: '电子照片',
  cardPortrait: '身份证人像面',
  cardEmblem: '身份证国徽面',
};
/** The card's own shape, 85.6 by 54 mm. */
const CARD_ASPECT = 85.6 / 54;
const REQUIRED = DESK_PAPERS.pictures.filter(({ required }) => required).map(({ code }) => code);

interface Props {
  person: DeskPerson;
  put: (next: DeskPerson) => void;
}

/** 现场采集: photo and both sides of the card, by webcam or upload, once the papers are seen. */
export function TakePictures({ person: { head, can }, put }: Props) {
  const base = useId();
  const [papers, setPapers] = useState('');
  const [camera, setCamera] = useState<PictureKind>();
  const [chosen, setChosen] = useState<{ kind: PictureKind; file: File }>();
  const { going, send } = useTake(head.id, papers, (kind, next) => {
    put(next);
    showToast(`${DESK_ACT_NAMES[kind]}：已完成，检查结果稍后显示`);
  });
  const ready = REQUIRED.every((code) => papers.split(',').includes(code));
  const choose = (kind: PictureKind) => (file: File) => {
    setCamera(undefined);
    setChosen({ kind, file });
  };
  const save = async (picture: Blob) => {
    const { kind } = chosen!;
    setChosen(undefined);
    await send(kind, picture);
  };
  return (
    <Card title="采集照片和身份证图片">
      <Papers
        act="pictures"
        field={{ id: `${base}papers`, label: '采集前请逐项核对' }}
        value={papers}
        onChange={setPapers}
      />
      {!ready && <p className="muted">带 * 的每一项核对并勾选后，才能采集。</p>}
      {ready &&
        PICTURE_KINDS.filter((kind) => can.includes(kind)).map((kind) => (
          <div key={kind} className="desk__take">
            <b>{NAMES[kind]}</b>
            <Button onClick={() => setCamera(kind)}>
              拍摄<span className="hidden-text">：{NAMES[kind]}</span>
            </Button>
            <FileButton accept={pictureTypes} onFile={choose(kind)}>
              选择图片<span className="hidden-text">：{NAMES[kind]}</span>
            </FileButton>
          </div>
        ))}
      {going && (
        <Progress
          label={`上传${NAMES[going.kind]}`}
          value={going.share}
          state={going.failed ? 'failed' : 'going'}
          {...(going.failed && { error: going.failed })}
          onCancel={() => going.stop.abort()}
          onRetry={() => void send(going.kind, going.picture)}
        />
      )}
      {(camera === 'photo' || chosen?.kind === 'photo') && (
        <Portrait
          file={chosen?.file}
          onPhoto={choose('photo')}
          onSave={save}
          onClose={() => {
            setCamera(undefined);
            setChosen(undefined);
          }}
        />
      )}
      {camera && camera !== 'photo' && (
        <CardCamera
          title={`拍摄${NAMES[camera]}`}
          onPhoto={choose(camera)}
          onClose={() => setCamera(undefined)}
        />
      )}
      {chosen && chosen.kind !== 'photo' && (
        <Dialog open kind="full" title={`裁剪${NAMES[chosen.kind]}`}>
          <Cropper
            file={chosen.file}
            title={NAMES[chosen.kind]}
            aspect={CARD_ASPECT}
            onSave={save}
            onCancel={() => setChosen(undefined)}
          />
        </Dialog>
      )}
    </Card>
  );
}

interface PortraitProps {
  file: File | undefined;
  onPhoto: (file: File) => void;
  onSave: (picture: Blob) => Promise<void>;
  onClose: () => void;
}

/** The models load only for whoever opens the camera or the cropper. */
function Portrait({ file, onPhoto, onSave, onClose }: PortraitProps) {
  const { data: standard } = useQuery({ ...query(getPhotoProfile, {}), staleTime: Infinity });
  const finding = useFaceFinder();
  if (!standard) return null;
  if (file)
    return (
      <PhotoCropper file={file} standard={standard} look={finding.look} onSave={onSave} onCancel={onClose} />
    );
  return (
    <>
      <FinderMark finding={finding} />
      <Camera
        standard={standard}
        finding={finding}
        accept={pictureTypes}
        onPhoto={onPhoto}
        onClose={onClose}
      />
    </>
  );
}
