import type { Document } from '@zikao/contract/documents';
import { Button } from '#ui/Button';
import { sizeText } from './prepare-file.ts';
import { thumbnailUrl } from './store.ts';

interface Props {
  id: string;
  document: Document | undefined;
  /** It is not in the store any more. */
  lost: boolean;
  onView: () => void;
  onRemove: () => void;
}

/** A file of a field: a small picture, its name, 查看 and 移除. */
export function FileRow({ id, document, lost, onView, onRemove }: Props) {
  if (lost)
    return (
      <li className="file">
        <span className="file__lost">这个文件已删除，请移除后重新上传。</span>
        <Button size="small" onClick={onRemove}>
          移除<span className="hidden-text">已删除的文件</span>
        </Button>
      </li>
    );
  const name = document?.name ?? '文件';
  return (
    <li className="file">
      <img className="file__picture" src={thumbnailUrl(id)} alt="" loading="lazy" />
      <FileText document={document} />
      <span className="file__acts">
        <Button size="small" onClick={onView}>
          查看<span className="hidden-text">{name}</span>
        </Button>
        <Button size="small" onClick={onRemove}>
          移除<span className="hidden-text">{name}</span>
        </Button>
      </span>
    </li>
  );
}

export function FileText({ document }: { document: Document | undefined }) {
  return (
    <span className="file__text">
      <bdi className="file__name">{document?.name ?? '文件'}</bdi>
      {document && (
        <span className="file__size num">
          {document.kind === 'pdf' ? `PDF，${document.pages.length} 页，` : '图片，'}
          {sizeText(document.bytes)}
        </span>
      )}
    </span>
  );
}
