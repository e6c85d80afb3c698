import type { downloadMissingScores, downloadScoreFaults } from '@zikao/contract/score-office';
import { pathOf } from '#api/client';

interface Props {
  endpoint: typeof downloadMissingScores | typeof downloadScoreFaults;
  params: Record<string, string>;
  /** Of the file, without its ending. */
  name: string;
}

const FORMATS = ['xlsx', 'csv'] as const;

/** The whole list as a file, for whoever has to mend it. */
export function Downloads({ endpoint, params, name }: Props) {
  return (
    <p className="row">
      {FORMATS.map((format) => (
        <a
          key={format}
          className="btn btn--ghost btn--small"
          href={pathOf(endpoint, { params, query: { format } } as never)}
          download={`${name}.${format}`}
        >
          下载 {format.toUpperCase()}
        </a>
      ))}
    </p>
  );
}
