import type { ReactNode } from 'react';
import type { DescribedGroup } from '@zikao/contract/forms/form';
import { Card } from '#ui/Card';
import { Rows } from '#ui/Rows';
import { idOf } from './inputs.tsx';

interface Props {
  groups: readonly DescribedGroup[];
  /** The step where a field is changed; absent: view only. */
  formPath?: (field: string) => string;
  /** Fields without 修改: what comes from the account. */
  fixed?: ReadonlySet<string>;
  /** Address of a picture by its id. */
  pictureUrl?: (id: string) => string;
  /** Sentences by field: the officer's reasons. */
  said?: Record<string, string>;
}

/** All answers in rows, grouped as the form was. */
export function Preview({ groups, formPath, fixed = new Set(), pictureUrl, said = {} }: Props) {
  return groups.map((group) => (
    <Card key={group.title}>
      <Rows
        title={group.title}
        rows={group.rows.map((row) => ({
          label: row.label,
          value: valueOf(row, pictureUrl),
          ...(formPath && !fixed.has(row.key) && { changeTo: `${formPath(row.key)}#${idOf(row.key)}` }),
          ...(said[row.key] && { note: said[row.key], tone: 'no' as const }),
        }))}
      />
    </Card>
  ));
}

function valueOf(row: DescribedGroup['rows'][number], pictureUrl: Props['pictureUrl']): ReactNode {
  if (row.picture && pictureUrl)
    return <img className="preview-picture" src={pictureUrl(row.picture)} alt={row.label} />;
  if (!row.text.includes('\n')) return row.text;
  return row.text.split('\n').map((line) => <div key={line}>{line}</div>);
}
