import { type ImportPreview, REMOVALS } from '@zikao/contract/imports';
import { SHEET_ENDINGS, SHEET_LIMITS } from '@zikao/contract/sheets';
import { Button } from '#ui/Button';
import { Dialog } from '#ui/Dialog';
import { FileButton } from '#ui/FileButton';
import { Progress } from '#ui/Progress';
import { RadioGroup } from '#ui/RadioGroup';
import { showToast } from '#ui/Toast';
import { optionsOf } from '#ui/options';
import { PreviewTables } from './PreviewTables.tsx';
import { Refusal } from './Refusal.tsx';
import { Templates } from './Templates.tsx';
import { type ImportCalls, useImport } from './use-import.ts';
import './import.css';

interface Props {
  open: boolean;
  /** What is imported: 课程. */
  what: string;
  /** The three calls of `importEndpoints`, with the parameters of their address. */
  calls: ImportCalls;
  /** Rows that the file lacks may be removed, when the person asks for it. */
  removable?: boolean;
  onClose(): void;
  /** Something was imported: show it anew. */
  onDone(): void;
}

/** A table from a file: chosen, previewed with every difference and fault, and only then taken in, wholly or not at all. */
export function ImportDialog({ open, what, calls, removable, onClose, onDone }: Props) {
  const { file, removal, share, preview, refused, busy, choose, remove, apply, reset } = useImport(calls);

  function close() {
    reset();
    onClose();
  }
  async function confirm() {
    const counts = await apply();
    if (!counts) return;
    showToast(`已导入${what}：${sums(counts)}`);
    reset();
    onDone();
    onClose();
  }
  const changes = preview ? preview.counts.added + preview.counts.changed + preview.counts.removed : 0;
  return (
    <Dialog
      open={open}
      kind="full"
      title={`导入${what}`}
      onClose={close}
      actions={
        preview?.basis &&
        changes > 0 && (
          <Button look="primary" busy={busy} onClick={() => void confirm()}>
            确认导入（{sums(preview.counts)}）
          </Button>
        )
      }
    >
      <Templates what={what} calls={calls} />
      {removable && (
        <RadioGroup
          name="removal"
          label="文件里没有的行"
          options={optionsOf(REMOVALS)}
          value={removal}
          onChange={({ target }) => remove(target.value as keyof typeof REMOVALS)}
        />
      )}
      <p className="import__choose">
        <FileButton
          accept={SHEET_ENDINGS.join()}
          onFile={choose}
          look={preview ? 'ghost' : 'primary'}
          data-first-focus
        >
          {file ? '换一个文件' : '选择文件'}
        </FileButton>
        <span className="muted">{file ? file.name : SHEET_LIMITS}</span>
      </p>
      {share !== undefined && (
        <Progress label={share < 1 ? '上传' : '核对每一行'} {...(share < 1 && { value: share })} />
      )}
      <Refusal error={refused} />
      {preview && <PreviewTables preview={preview} />}
    </Dialog>
  );
}

/** 新增 3，修改 2，删除 1; what is none is left out. */
function sums({ added, changed, removed }: ImportPreview['counts']): string {
  const parts = [added && `新增 ${added}`, changed && `修改 ${changed}`, removed && `删除 ${removed}`];
  return parts.filter(Boolean).join('，');
}
