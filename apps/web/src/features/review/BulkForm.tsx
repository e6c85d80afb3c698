import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { decisionMessage, type Queue, QUEUES } from '@zikao/contract/review';
import { approveBulk, type BulkRow } from '@zikao/contract/review-bulk';
import { call, newKey } from '#api/client';
import { Problem } from '#forms/Problem';
import { Button } from '#ui/Button';
import { Dialog } from '#ui/Dialog';
import { Notice } from '#ui/Notice';
import { BulkTable } from './BulkTable.tsx';
import { ofApplication } from './kinds.ts';
import { useReloadQueue } from './use-next.ts';

interface Props {
  queue: Queue;
  rows: readonly BulkRow[];
  onAgain: () => void;
}

const untroubled = ({ excluded, warnings }: BulkRow) => !excluded && warnings.length === 0;

/** The rows with ticks; asked once more with what the candidates will read; then what became of each. */
export function BulkForm({ queue, rows, onAgain }: Props) {
  const reloadQueue = useReloadQueue();
  const [ticked, setTicked] = useState(() => new Set(rows.filter(untroubled).map(({ id }) => id)));
  const [asked, setAsked] = useState(false);
  // The same rows sent twice are one act.
  const key = useRef(newKey());
  const cases = rows.filter(({ id }) => ticked.has(id)).map(({ id, no }) => ({ id, no }));
  const approve = useMutation({
    mutationFn: () => call(approveBulk, { params: { queue }, body: { cases } }, { key: key.current }),
    onSuccess: () => void reloadQueue(),
    onSettled: () => setAsked(false),
  });
  const results = approve.data?.rows;
  const done = results?.filter(({ approved }) => approved).length ?? 0;

  function tick(id: string) {
    const next = new Set(ticked);
    if (!next.delete(id)) next.add(id);
    key.current = newKey();
    setTicked(next);
  }
  return (
    <>
      {results ? (
        <Notice tone={done === results.length ? 'ok' : 'wait'} role="status">
          <p>
            已通过 {done} 件{done < results.length && `，${results.length - done} 件没有通过，原因见表中`}。
          </p>
          <Button onClick={onAgain}>再选一批</Button>
        </Notice>
      ) : (
        <div className="bulk__acts">
          <Button
            look="primary"
            aria-disabled={cases.length === 0 || undefined}
            onClick={() => cases.length > 0 && setAsked(true)}
          >
            通过选中的 {cases.length} 件
          </Button>
          <span>
            共 {rows.length} 件，不能一起通过的 {rows.filter(({ excluded }) => excluded).length} 件
          </span>
        </div>
      )}
      <Problem error={approve.error} />
      <BulkTable queue={queue} rows={rows} ticked={ticked} results={results} onTick={tick} />
      <Dialog
        open={asked}
        title={`通过 ${cases.length} 件${QUEUES[queue]}`}
        onClose={() => setAsked(false)}
        actions={
          <Button look="primary" busy={approve.isPending} onClick={() => approve.mutate()}>
            确认通过
          </Button>
        }
      >
        <p>每一件都按同样的规则检查，通过后立即生效，不能撤销。考生会收到：</p>
        <p className="bulk__message">
          {decisionMessage(queue, { decision: 'approve' }, {}, '', ofApplication(queue, 'pending'))}
        </p>
      </Dialog>
    </>
  );
}
