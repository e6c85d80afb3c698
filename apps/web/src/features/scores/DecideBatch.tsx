import { useState } from 'react';
import { acceptScoreBatch, type BatchView, discardScoreBatch } from '@zikao/contract/score-office';
import { call } from '#api/client';
import { Problem } from '#forms/Problem';
import { Button } from '#ui/Button';
import { Card } from '#ui/Card';
import { Checkbox } from '#ui/Checkbox';
import { count } from './figures.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import { useChange } from './use-change.ts';

/** 采用 or 作废. */
export function DecideBatch({ batch }: { batch: BatchView }) {
  const [without, setWithout] = useState(false);
  const [asking, setAsking] = useState(false);
  const params = { batch: batch.id };
  const accept = useChange(() => call(acceptScoreBatch, { params, body: { withoutFaulty: without } }), {
    done: `第 ${batch.no} 批已采用`,
  });
  const discard = useChange((body: { reason: string }) => call(discardScoreBatch, { params, body }), {
    done: `第 ${batch.no} 批已作废`,
  });
  const may = (action: string) => batch.actions.includes(action);
  if (!may('accept') && !may('discard')) return null;
  const { rows = 0, good = 0 } = batch.result ?? {};
  const faulty = rows - good;
  return (
    <Card title={may('accept') ? '采用这一批' : '作废这一批'} needsYou={may('accept')}>
      <Problem error={accept.error} />
      {may('accept') && faulty > 0 && good > 0 && (
        <Checkbox
          label={`有问题的 ${count(faulty)} 行不采用，只采用其余 ${count(good)} 行`}
          note="这些考生会列在“缺少的成绩”里，可以另外补一批"
          checked={without}
          onChange={({ target }) => setWithout(target.checked)}
        />
      )}
      {may('accept') && good === 0 && <p>没有一行可以采用，请检查列的对应，或作废后重新上传。</p>}
      <div className="row">
        {may('accept') && good > 0 && (
          <Button look="primary" busy={accept.isPending} onClick={() => accept.mutate(undefined)}>
            采用 {count(good)} 行
          </Button>
        )}
        {may('discard') && <Button onClick={() => setAsking(true)}>作废</Button>}
      </div>
      {asking && (
        <ReasonDialog
          title={`作废第 ${batch.no} 批`}
          text="作废后这一批不计入成绩；它更正过的成绩恢复为以前批次的。作废不能撤销，可以重新上传。"
          label="作废的原因"
          act="作废这一批"
          schema={discardScoreBatch.body!}
          onSubmit={(body) => discard.mutateAsync(body).then(() => undefined)}
          onClose={() => setAsking(false)}
        />
      )}
    </Card>
  );
}
