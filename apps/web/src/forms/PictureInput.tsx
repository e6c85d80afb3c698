import { useState } from 'react';
import type { PictureKind } from '@zikao/contract/forms/fields';
import { Refused } from '#api/client';
import { Cropper, pictureTypes } from '#forms/cropper';
import { Dialog } from '#ui/Dialog';
import { FieldMark, FieldNotes } from '#ui/Field';
import { FileButton } from '#ui/FileButton';
import { Progress } from '#ui/Progress';
import type { InputProps } from './inputs.tsx';

interface Props extends InputProps<'picture'> {
  url: (id: string) => string;
  /** Sends the cropped picture; resolves to its id. */
  send: (
    kind: PictureKind,
    picture: Blob,
    progress: (share: number) => void,
    signal: AbortSignal,
  ) => Promise<string>;
}

/** Choose, crop in the blue frame, send with progress, see what is stored. */
export function PictureInput({ id, field, value, onChange, error, url, send }: Props) {
  const [file, setFile] = useState<File>();
  const [going, setGoing] = useState<{
    share: number;
    picture: Blob;
    stop: AbortController;
    failed?: string;
  }>();

  async function transmit(picture: Blob) {
    const stop = new AbortController();
    setFile(undefined);
    setGoing({ share: 0, picture, stop });
    try {
      const stored = await send(
        field.picture,
        picture,
        (share) => setGoing({ share, picture, stop }),
        stop.signal,
      );
      setGoing(undefined);
      onChange(stored);
    } catch (failure) {
      if (stop.signal.aborted) return setGoing(undefined);
      const failed = failure instanceof Refused ? failure.message : '没有传上去，请检查网络后重试。';
      setGoing({ share: 0, picture, stop, failed });
    }
  }

  const picture = typeof value === 'string' && value ? value : undefined;
  return (
    <div className="picture-input">
      <fieldset className={error ? 'field field--bad' : 'field'}>
        <legend className="field__label">
          {field.label}
          <FieldMark required={!field.optional} />
        </legend>
        <FieldNotes id={id} hint={field.hint} />
        <div className="field__control">
          {picture && <img className="preview-picture" src={url(picture)} alt={`已上传的${field.label}`} />}
          {going && (
            <Progress
              label={`上传${field.label}`}
              value={going.share}
              state={going.failed ? 'failed' : 'going'}
              {...(going.failed && { error: going.failed })}
              onCancel={() => going.stop.abort()}
              onRetry={() => void transmit(going.picture)}
            />
          )}
          <FileButton
            id={id}
            accept={pictureTypes}
            onFile={setFile}
            aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
          >
            {picture ? `重新选择${field.label}` : `选择${field.label}`}
          </FileButton>
        </div>
        <FieldNotes id={id} {...(error && { error })} />
      </fieldset>
      <Dialog open={file !== undefined} kind="full" title={`裁剪${field.label}`}>
        {file && (
          <Cropper
            file={file}
            title={field.label}
            {...(field.aspect && { aspect: field.aspect })}
            onSave={transmit}
            onCancel={() => setFile(undefined)}
          />
        )}
      </Dialog>
    </div>
  );
}
