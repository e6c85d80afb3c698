import { formatClock } from '#ui/dates';
import type { DraftStatus } from './draft-keeper.ts';

/** `已保存 15:31:08`, or why not. */
export function SavedMark({ status }: { status: DraftStatus }) {
  if (status.kind === 'saving') return <span className="muted">正在保存</span>;
  if (status.kind === 'failed') return <span className="saved-mark--failed">未保存：{status.message}</span>;
  return status.at ? <span className="muted num">已保存 {formatClock(status.at)}</span> : null;
}
