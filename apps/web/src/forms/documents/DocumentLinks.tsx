import { useState } from 'react';
import { Button } from '#ui/Button';
import { DocumentViewer } from './DocumentViewer.tsx';
import { thumbnailUrl } from './store.ts';
import './documents.css';

/** Files of an answer, by the names they were submitted under; each opens page by page. */
export function DocumentLinks({ files }: { files: readonly { id: string; name: string }[] }) {
  const [viewed, setViewed] = useState<string>();
  return (
    <>
      <ul className="file-links">
        {files.map(({ id, name }) => (
          <li key={id}>
            <Button look="plain" className="file-link" onClick={() => setViewed(id)}>
              <img className="file__picture" src={thumbnailUrl(id)} alt="" loading="lazy" />
              <bdi className="file__name">{name}</bdi>
            </Button>
          </li>
        ))}
      </ul>
      <DocumentViewer id={viewed} onClose={() => setViewed(undefined)} />
    </>
  );
}
