import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { deleteDocument, type Document } from '@zikao/contract/documents';
import { call } from '#api/client';
import { Failure } from '#forms/Failure';
import { Problem } from '#forms/Problem';
import { Button } from '#ui/Button';
import { formatMoment } from '#ui/dates';
import { Dialog } from '#ui/Dialog';
import { EmptyState } from '#ui/EmptyState';
import { Skeleton } from '#ui/Spinner';
import { FileText } from './FileRow.tsx';
import { dropDocument, thumbnailUrl, useOwnDocuments } from './store.ts';

interface Props {
  open: boolean;
  /** Files the field has already. */
  taken: readonly string[];
  /** How many more it may have. */
  room: number;
  onClose: () => void;
  onChosen: (ids: string[]) => void;
}

/** 从已上传的文件中选择: the person's own files, to be used again; those that nothing uses can be deleted. */
export function EarlierFiles({ open, taken, room, onClose, onChosen }: Props) {
  const { data, error, refetch } = useOwnDocuments();
  const [ticked, setTicked] = useState<string[]>([]);
  const others = data?.items.filter(({ id }) => !taken.includes(id)) ?? [];
  const chosen = ticked.filter((id) => others.some((one) => one.id === id)).slice(0, room);
  const close = () => {
    setTicked([]);
    onClose();
  };
  const tick = (id: string) =>
    setTicked(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <Dialog
      open={open}
      kind="sheet"
      title="从已上传的文件中选择"
      onClose={close}
      actions={
        others.length > 0 && (
          <Button
            look="primary"
            aria-disabled={chosen.length === 0 || undefined}
            onClick={() => {
              onChosen(chosen);
              setTicked([]);
            }}
          >
            选用{chosen.length > 0 && ` ${chosen.length} 个`}
          </Button>
        )
      }
    >
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton />}
      {data && others.length === 0 && <EmptyState title="没有其他已上传的文件" />}
      {others.length > 0 && (
        <>
          <p className="files__rest">
            还可以选 {room - chosen.length} 个。没有用于申请的文件，30 天后自动删除。
          </p>
          <ul className="files__list">
            {others.map((document) => (
              <EarlierFile
                key={document.id}
                document={document}
                ticked={chosen.includes(document.id)}
                full={chosen.length >= room}
                onTick={() => tick(document.id)}
              />
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}

interface OneProps {
  document: Document;
  ticked: boolean;
  full: boolean;
  onTick: () => void;
}

function EarlierFile({ document, ticked, full, onTick }: OneProps) {
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const { id, name, at, used } = document;
  const remove = useMutation({
    mutationFn: () => call(deleteDocument, { params: { id } }),
    onSuccess: () => dropDocument(client, id),
  });
  return (
    <li className="file">
      <label className="file__choice">
        <input type="checkbox" checked={ticked} disabled={full && !ticked} onChange={onTick} />
        <img className="file__picture" src={thumbnailUrl(id)} alt="" loading="lazy" />
        <span>
          <FileText document={document} />
          <span className="file__size num">{formatMoment(at)} 上传</span>
        </span>
      </label>
      {used ? (
        <span className="file__size">申请使用中</span>
      ) : (
        <Button
          size="small"
          {...(asked && { look: 'danger' as const })}
          busy={remove.isPending}
          onBlur={() => setAsked(false)}
          onClick={() => (asked ? remove.mutate() : setAsked(true))}
        >
          {asked ? '确认删除' : '删除'}
          <span className="hidden-text">{name}</span>
        </Button>
      )}
      <Problem error={remove.error} />
    </li>
  );
}
