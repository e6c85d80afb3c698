import { useState } from 'react';
import { downloadData } from '@zikao/contract/identity';
import { call } from '#api/client';
import { Problem } from '#forms/Problem';
import { Button } from '#ui/Button';
import { Card } from '#ui/Card';

/** 下载我的数据: everything the platform holds of the person, as one file. */
export function DownloadData() {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();

  async function download() {
    setBusy(true);
    setFailure(undefined);
    try {
      save(await call(downloadData, {}));
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  }

  return (
    <Card title="下载我的数据">
      <p className="muted">平台保存的您的资料，一个 JSON 文件。文件里有完整的个人信息，请妥善保管。</p>
      <Problem error={failure} />
      <Button busy={busy} onClick={() => void download()}>
        下载我的数据
      </Button>
    </Card>
  );
}

function save(data: unknown) {
  const url = URL.createObjectURL(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: '我的数据.json' });
  link.click();
  URL.revokeObjectURL(url);
}
