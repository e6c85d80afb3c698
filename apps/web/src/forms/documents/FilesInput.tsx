import { type DragEvent, useEffect, useRef, useState } from 'react';
import type { Document } from '@zikao/contract/documents';
import type { InputProps } from '#forms/inputs';
import { Button } from '#ui/Button';
import { FieldMark, FieldNotes } from '#ui/Field';
import { FileButton } from '#ui/FileButton';
import { DocumentViewer } from './DocumentViewer.tsx';
import { EarlierFiles } from './EarlierFiles.tsx';
import { FileRow } from './FileRow.tsx';
import { useFileStore } from './file-store.ts';
import { DOCUMENT_TYPES } from './prepare-file.ts';
import { useOwnDocuments } from './store.ts';
import { UploadRow } from './UploadRow.tsx';
import { useUploads } from './use-uploads.ts';
import './documents.css';

/** Several files of a field: chosen, dropped, photographed or taken from the earlier ones; each seen and removed. */
export function FilesInput({ id, field, value, onChange, error }: InputProps<'files'>) {
  const store = useFileStore();
  const own = useOwnDocuments();
  const [said, setSaid] = useState('');
  const [viewed, setViewed] = useState<string>();
  const [earlier, setEarlier] = useState(false);
  const [over, setOver] = useState(false);
  const ids = idsOf(value);
  // Several uploads may end before the next drawing: each adds to what the one before it left.
  const latest = useRef(ids);
  useEffect(() => void (latest.current = idsOf(value)), [value]);

  function put(next: string[], sentence: string) {
    latest.current = next;
    onChange(next);
    setSaid(sentence);
  }
  function stored({ id: one, name }: Document) {
    if (latest.current.includes(one)) return setSaid(`${name} 已经在列表里`);
    put([...latest.current, one], `${name} 已上传`);
  }
  const { uploads, add, retry, cancel } = useUploads(stored);
  const room = field.max - ids.length - uploads.filter(({ failed }) => !failed).length;

  function choose(files: readonly File[]) {
    add(files.slice(0, Math.max(0, room)));
    if (files.length > room) setSaid(`${field.label}最多 ${field.max} 个文件，多出的没有上传。`);
  }
  function showEarlier() {
    setEarlier(true);
    // Which of them an application names has perhaps changed since they were listed.
    void own.refetch();
  }
  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    choose([...event.dataTransfer.files]);
  }
  function hover(event: DragEvent) {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  }

  const nameOf = (one: string) => own.data?.items.find((document) => document.id === one);
  const notes = error ? `${id}-hint ${id}-error` : `${id}-hint`;
  return (
    <fieldset className={error ? 'field field--bad' : 'field'}>
      <legend className="field__label">
        {field.label}
        <FieldMark required={!field.optional} optional={field.optional ?? false} />
      </legend>
      <FieldNotes id={id} hint={field.hint} />
      <div
        className={over ? 'files files--over' : 'files'}
        onDragOver={hover}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {(ids.length > 0 || uploads.length > 0) && (
          <ul className="files__list">
            {ids.map((one) => (
              <FileRow
                key={one}
                id={one}
                document={nameOf(one)}
                lost={own.isSuccess && !nameOf(one)}
                onView={() => setViewed(one)}
                onRemove={() =>
                  put(
                    ids.filter((other) => other !== one),
                    `${nameOf(one)?.name ?? '文件'} 已移除`,
                  )
                }
              />
            ))}
            {uploads.map((upload) => (
              <UploadRow
                key={upload.key}
                upload={upload}
                onCancel={() => cancel(upload)}
                onRetry={() => retry(upload)}
              />
            ))}
          </ul>
        )}
        <div className="files__acts">
          <FileButton
            id={id}
            accept={DOCUMENT_TYPES}
            onFiles={choose}
            aria-disabled={room <= 0 || undefined}
            aria-describedby={notes}
          >
            {ids.length || uploads.length ? '继续添加文件' : `选择${field.label}`}
          </FileButton>
          <FileButton
            className="files__camera"
            accept="image/*"
            capture="environment"
            onFiles={choose}
            aria-disabled={room <= 0 || undefined}
          >
            拍照
          </FileButton>
          {store.earlier && (
            <Button onClick={showEarlier} aria-disabled={room <= 0 || undefined}>
              从已上传的文件中选择
            </Button>
          )}
          <span className="files__count num">
            {ids.length} / {field.max} 个
          </span>
        </div>
        <p className="files__drop">也可以把文件拖到这里</p>
      </div>
      <p className="hidden-text" role="status">
        {said}
      </p>
      <FieldNotes id={id} {...(error && { error })} />
      <EarlierFiles
        open={earlier && store.earlier}
        taken={ids}
        room={room}
        onClose={() => setEarlier(false)}
        onChosen={(chosen) => {
          setEarlier(false);
          put([...ids, ...chosen], `已选用 ${chosen.length} 个文件`);
        }}
      />
      <DocumentViewer id={viewed} onClose={() => setViewed(undefined)} />
    </fieldset>
  );
}

const idsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
