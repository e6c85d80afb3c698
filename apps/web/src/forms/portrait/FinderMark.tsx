import { Button } from '#ui/Button';
import { Progress } from '#ui/Progress';
import type { Finding } from './use-face-finder.ts';

/** How far the models are; nothing once they are there. */
export function FinderMark({ finding }: { finding: Finding }) {
  if (finding.status === 'loading') return <Progress label="准备照片检查" value={finding.share} />;
  if (finding.status === 'ready') return null;
  return (
    <div className="finder-mark" role="status">
      <p className="small">照片检查没有加载成功，不影响拍照和上传；人脸和构图在提交验证时由系统检查。</p>
      <Button size="small" onClick={finding.retry}>
        重新加载
      </Button>
    </div>
  );
}
