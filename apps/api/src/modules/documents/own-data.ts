import { getDocumentFile } from '@zikao/contract/documents';
import type { Signed } from '#platform/context';
import { API } from '#platform/serve';
import { ownDocuments } from './find.ts';

/** For 下载我的数据: files as links that only their owner can open. */
export async function ownData(ctx: Signed) {
  const owned = await ownDocuments(ctx);
  return {
    documents: owned.map(({ id, name, kind, bytes, pages, at, used }) => ({
      name,
      kind,
      bytes,
      pages: pages.length,
      at,
      used,
      link: API + getDocumentFile.path.replace(':id', id),
    })),
  };
}
