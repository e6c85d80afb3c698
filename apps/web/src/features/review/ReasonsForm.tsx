import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { getReasons, type ReasonList, saveReasons } from '@zikao/contract/review-reasons';
import { call, Refused } from '#api/client';
import { query } from '#api/query';
import { Problem } from '#forms/Problem';
import { Button } from '#ui/Button';
import { showToast } from '#ui/Toast';
import { optionsOf } from '#ui/options';
import { wordsOf } from './kinds.ts';
import { editedOf, type EditedRow, moved, rowsOf } from './reason-rows.ts';
import { ReasonRow } from './ReasonRow.tsx';

/** One queue's list while it is edited; the whole of it is saved at once. */
export function ReasonsForm({ list, reload }: { list: ReasonList; reload: () => void }) {
  const { queue, version } = list;
  const client = useQueryClient();
  const [rows, setRows] = useState<EditedRow[]>(() => rowsOf(list.items));
  const save = useMutation({
    mutationFn: () =>
      call(saveReasons, { params: { queue }, body: { items: rows.map(editedOf) } }, { ifMatch: version }),
    onSuccess: (saved) => {
      showToast('不通过原因已保存');
      client.setQueryData(query(getReasons, { params: { queue } }).queryKey, saved);
    },
  });
  const faults = save.error instanceof Refused ? save.error.fields : {};
  const stale = save.error instanceof Refused && save.error.problem.code === 'request.stale';
  const fields = optionsOf(wordsOf(queue).labels);
  const changed = JSON.stringify(rows.map(editedOf)) !== JSON.stringify(rowsOf(list.items).map(editedOf));

  return (
    <>
      <Problem error={save.error} />
      {stale && <Button onClick={reload}>载入最新的一份（放弃这里的修改）</Button>}
      <ol className="reasons__list">
        {rows.map((row, index) => (
          <ReasonRow
            key={row.key}
            no={index + 1}
            row={row}
            fields={fields}
            faults={Object.fromEntries(
              ['field', 'label', 'text'].map((name) => [name, faults[`items.${index}.${name}`]]),
            )}
            onChange={(next) => setRows(rows.with(index, next))}
            onMove={(step) => setRows(moved(rows, index, step))}
            onRemove={() => setRows(rows.toSpliced(index, 1))}
          />
        ))}
      </ol>
      <div className="reasons__acts">
        <Button
          onClick={() =>
            setRows([...rows, { key: crypto.randomUUID(), field: '', label: '', text: '', uses: 0 }])
          }
        >
          增加一条
        </Button>
        <Button
          look="primary"
          busy={save.isPending}
          aria-disabled={!changed || undefined}
          onClick={() => changed && save.mutate()}
        >
          保存
        </Button>
        {changed && <span>有修改还没有保存</span>}
      </div>
    </>
  );
}
