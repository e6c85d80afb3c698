import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Document, getDocument } from '@zikao/contract/documents';
import { query } from '#api/query';
import { Failure } from '#forms/Failure';
import { Button } from '#ui/Button';
import { Dialog } from '#ui/Dialog';
import { PictureFrame } from '#ui/PictureFrame';
import { move, rotate, type View, WHOLE, zoom } from '#ui/picture-view';
import { Skeleton } from '#ui/Spinner';
import { pageUrl } from './store.ts';
import { useViewerKeys } from './use-viewer-keys.ts';
import './viewer.css';

const STEP = 0.15;
const NEARER = 1.4;

interface Props {
  /** Absent: closed. */
  id: string | undefined;
  onClose: () => void;
}

/** A file page by page, as pictures that the server drew: nothing of the file itself runs or is opened here. */
export function DocumentViewer({ id, onClose }: Props) {
  const shown = useQuery({ ...query(getDocument, { params: { id: id ?? '' } }), enabled: id !== undefined });
  const name = shown.data?.name ?? '查看文件';
  return (
    <Dialog
      open={id !== undefined}
      kind="full"
      title={<bdi className="viewer__name">{name}</bdi>}
      onClose={onClose}
    >
      {shown.error && <Failure error={shown.error} onRetry={() => void shown.refetch()} />}
      {!shown.data && !shown.error && <Skeleton />}
      {shown.data && <Pages key={shown.data.id} document={shown.data} />}
    </Dialog>
  );
}

function Pages({ document: { id, name, pages } }: { document: Document }) {
  const [at, setAt] = useState(0);
  const [view, setView] = useState<View>(WHOLE);
  const page = pages[at]!;
  const turn = (to: number) => {
    if (to < 0 || to >= pages.length) return;
    setAt(to);
    setView(WHOLE);
  };
  useViewerKeys({
    near: view.zoom > 1,
    turn: (by) => turn(at + by),
    zoom: (by) => setView(zoom(view, by > 0 ? NEARER : 1 / NEARER)),
    move: (x, y) => setView(move(view, x * STEP, y * STEP)),
    rotate: () => setView(rotate(view)),
    reset: () => setView(WHOLE),
  });
  const place = pages.length > 1 ? `第 ${at + 1} 页，共 ${pages.length} 页` : '共 1 页';
  return (
    <div className="viewer">
      <div className="viewer__bar">
        {pages.length > 1 && (
          <>
            <Button size="small" aria-disabled={at === 0 || undefined} onClick={() => turn(at - 1)}>
              上一页<kbd className="kbd">←</kbd>
            </Button>
            <Button
              size="small"
              aria-disabled={at === pages.length - 1 || undefined}
              onClick={() => turn(at + 1)}
            >
              下一页<kbd className="kbd">→</kbd>
            </Button>
          </>
        )}
        <span className="viewer__place num" role="status">
          {place}
        </span>
        <Button size="small" onClick={() => setView(zoom(view, 1 / NEARER))}>
          缩小<kbd className="kbd">-</kbd>
        </Button>
        <Button size="small" onClick={() => setView(zoom(view, NEARER))}>
          放大<kbd className="kbd">+</kbd>
        </Button>
        <Button size="small" onClick={() => setView(rotate(view))}>
          旋转<kbd className="kbd">R</kbd>
        </Button>
      </div>
      <div className="viewer__page" style={{ '--aspect': page.width / page.height } as object}>
        <PictureFrame
          key={at}
          src={pageUrl(id, at + 1)}
          alt={`${name}，${place}`}
          aspect={page.width / page.height}
          view={view}
          onView={setView}
          onChosen={() => {}}
        />
      </div>
    </div>
  );
}
