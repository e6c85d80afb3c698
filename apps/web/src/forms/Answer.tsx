import type { ReactNode } from 'react';
import type { DescribedRow } from '@zikao/contract/forms/form';
import { DataTable } from '#ui/DataTable';
import { DocumentLinks } from '#forms/documents';

interface Props {
  row: DescribedRow;
  pictureUrl: ((id: string) => string) | undefined;
}

/** An answer as it is read: a picture, a table, files, or lines of text. */
export function Answer({ row, pictureUrl }: Props): ReactNode {
  const { label, text, picture, files, lines } = row;
  if (picture && pictureUrl) return <img className="preview-picture" src={pictureUrl(picture)} alt={label} />;
  if (files) return <DocumentLinks files={files} />;
  if (lines) return <Lines label={label} lines={lines} />;
  if (!text.includes('\n')) return text;
  return text.split('\n').map((line) => <div key={line}>{line}</div>);
}

/** The head first, then a line each. */
function Lines({ label, lines: [head = [], ...lines] }: { label: string; lines: readonly string[][] }) {
  const columns = head.map((title, at) => ({
    id: title,
    title,
    head: at === 0,
    cell: (line: { cells: string[] }) => line.cells[at] || '–',
  }));
  return (
    <DataTable
      caption={label}
      hideCaption
      dense
      columns={columns}
      items={lines.map((cells) => ({ cells }))}
      keyOf={({ cells }) => cells.join('|')}
    />
  );
}
