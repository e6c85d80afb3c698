import { useState } from 'react';
import { type Case, collectPhoto } from '@zikao/contract/review';
import { Refused } from '#api/client';
import { upload } from '#api/upload';
import { Cropper, pictureTypes } from '#forms/cropper';
import { Dialog } from '#ui/Dialog';
import { FileButton } from '#ui/FileButton';
import { Notice } from '#ui/Notice';
import { Progress } from '#ui/Progress';
import { showToast } from '#ui/Toast';

interface Going {
  share: number;
  picture: Blob;
  stop: AbortController;
  failed?: string;
}

/** Why approving is not possible now, and 现场采集照片 where that is what is missing. */
export function CollectPhoto({ shown, put }: { shown: Case; put: (next: Case) => void }) {
  const [file, setFile] = useState<File>();
  const [going, setGoing] = useState<Going>();

  async function transmit(picture: Blob) {
    const stop = new AbortController();
    const progress = (share: number) => setGoing({ share, picture, stop });
    setFile(undefined);
    progress(0);
    try {
      put(
        await upload(
          collectPhoto,
          { params: { id: shown.id }, body: picture },
          { progress, signal: stop.signal },
        ),
      );
      setGoing(undefined);
      showToast('照片已采集，可以审核通过了');
    } catch (failure) {
      if (stop.signal.aborted) return setGoing(undefined);
      const failed = failure instanceof Refused ? failure.message : '没有传上去，请检查网络后重试。';
      setGoing({ share: 0, picture, stop, failed });
    }
  }

  return (
    <Notice tone="wait" title="现在不能通过">
      <p>{shown.blocked}</p>
      {going && (
        <Progress
          label="上传现场照片"
          value={going.share}
          state={going.failed ? 'failed' : 'going'}
          {...(going.failed && { error: going.failed })}
          onCancel={() => going.stop.abort()}
          onRetry={() => void transmit(going.picture)}
        />
      )}
      {shown.actions.includes('collect') && (
        <FileButton accept={pictureTypes} capture="environment" onFile={setFile}>
          现场采集照片
        </FileButton>
      )}
      <Dialog open={file !== undefined} kind="full" title="裁剪现场照片">
        {file && (
          <Cropper
            file={file}
            title="电子照片"
            aspect={3 / 4}
            overlay="portrait"
            onSave={transmit}
            onCancel={() => setFile(undefined)}
          />
        )}
      </Dialog>
    </Notice>
  );
}
