import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { generatePath, useNavigate } from 'react-router';
import { getScoreSession, uploadScores } from '@zikao/contract/score-office';
import { SHEET_ENDINGS, SHEET_LIMITS } from '@zikao/contract/sheets';
import { keyOf } from '#api/query';
import { upload } from '#api/upload';
import { Problem } from '#forms/Problem';
import { paths } from '#paths';
import { Card } from '#ui/Card';
import { FileButton } from '#ui/FileButton';
import { Progress } from '#ui/Progress';

/** A file from an exam office; from here on to its columns. */
export function UploadCard({ session }: { session: string }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [sending, setSending] = useState<{ name: string; share: number; stop: AbortController }>();
  const [failure, setFailure] = useState<unknown>();

  async function send(file: File) {
    const stop = new AbortController();
    setFailure(undefined);
    setSending({ name: file.name, share: 0, stop });
    try {
      const { id } = await upload(
        uploadScores,
        { params: { session }, query: { name: file.name.slice(-120) }, body: file },
        { signal: stop.signal, progress: (share) => setSending({ name: file.name, share, stop }) },
      );
      void client.invalidateQueries({ queryKey: keyOf(getScoreSession) });
      void navigate(generatePath(paths.scoreBatch, { session, batch: id }));
    } catch (error) {
      if (!stop.signal.aborted) setFailure(error);
    } finally {
      setSending(undefined);
    }
  }
  return (
    <Card title="上传成绩文件">
      <Problem error={failure} />
      <p className="muted">
        阅卷系统导出的原文件即可：{SHEET_LIMITS}，GBK 或
        UTF-8。一个考次可以分几批上传；上传后先对应列、检查，采用之后才计入。
      </p>
      {sending ? (
        <Progress
          label={sending.share < 1 ? sending.name : `${sending.name}：正在读取`}
          {...(sending.share < 1 && { value: sending.share })}
          onCancel={() => sending.stop.abort()}
        />
      ) : (
        <FileButton accept={SHEET_ENDINGS.join()} onFile={(file) => void send(file)}>
          选择文件
        </FileButton>
      )}
    </Card>
  );
}
