import { Button } from '#ui/Button';
import { Progress } from '#ui/Progress';
import type { Upload } from './use-uploads.ts';

interface Props {
  upload: Upload;
  onCancel: () => void;
  onRetry: () => void;
}

/** A file on its way, or why it did not arrive. */
export function UploadRow({ upload: { file, share, failed }, onCancel, onRetry }: Props) {
  const looked = share >= 1 && !failed;
  return (
    <li className="file file--going">
      <Progress
        label={looked ? `正在检查 ${file.name}` : file.name}
        state={failed ? 'failed' : 'going'}
        {...(!looked && { value: share })}
        {...(failed && { error: failed.sentence })}
        onCancel={onCancel}
        {...(!failed?.final && { onRetry })}
      />
      {failed && (
        <Button size="small" onClick={onCancel}>
          移除<span className="hidden-text">{file.name}</span>
        </Button>
      )}
    </li>
  );
}
