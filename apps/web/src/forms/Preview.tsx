import type { DescribedGroup } from '@zikao/contract/forms/form';
import { Card } from '#ui/Card';
import { Rows } from '#ui/Rows';
import { Answer } from './Answer.tsx';
import { Beside } from './Beside.tsx';
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

/** All answers in rows, grouped as the form was; beside them what was on record before. */
export function Preview({ groups, formPath, fixed = new Set(), pictureUrl, said = {} }: Props) {
  return (
    <Beside originals={groups.filter(({ original }) => original)} pictureUrl={pictureUrl}>
      {groups
        .filter(({ original }) => !original)
        .map((group) => (
          <Card key={group.title}>
            <Rows
              title={group.title}
              rows={group.rows.map((row) => ({
                label: row.label,
                value: row.text && <Answer row={row} pictureUrl={pictureUrl} />,
                ...(formPath && !fixed.has(row.key) && { changeTo: `${formPath(row.key)}#${idOf(row.key)}` }),
                ...(said[row.key] && { note: said[row.key], tone: 'no' as const }),
              }))}
            />
          </Card>
        ))}
    </Beside>
  );
}
