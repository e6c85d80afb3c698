import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SeatingRun } from '@zikao/contract/seating';
import {
  addLateSeats,
  exportSeatingRun,
  getSeatingRun,
  listSeatingRuns,
  publishSeatingRun,
} from '@zikao/contract/seating-runs';
import { call, pathOf } from '#api/client';
import { keyOf, query } from '#api/query';
import { Problem } from '#forms/Problem';
import { Button } from '#ui/Button';
import { Card } from '#ui/Card';
import { Dialog } from '#ui/Dialog';
import { Notice } from '#ui/Notice';
import { showToast } from '#ui/Toast';
import { WithdrawDialog } from './WithdrawDialog.tsx';

/** 公布, 撤回, 补排, and the file for whoever wants to plan it again. */
export function RunActions({ run }: { run: SeatingRun }) {
  const client = useQueryClient();
  const [asking, ask] = useState<'publish' | 'withdraw'>();
  const params = { params: { run: run.id } };
  const changed = (data: SeatingRun) => {
    ask(undefined);
    client.setQueryData(query(getSeatingRun, params).queryKey, data);
    void client.invalidateQueries({ queryKey: keyOf(listSeatingRuns) });
  };
  const publishing = useMutation({
    mutationFn: () => call(publishSeatingRun, params),
    onSuccess: (data) => {
      changed(data);
      showToast('座次已公布，正在通知考生');
    },
  });
  const adding = useMutation({
    mutationFn: () => call(addLateSeats, params),
    onSuccess: ({ added }) => {
      showToast(`已补排 ${added} 人次，没有移动其他人`);
      void client.invalidateQueries({ queryKey: keyOf(getSeatingRun) });
    },
  });
  const published = run.state === 'published';
  const missing = adding.data?.missing ?? [];
  return (
    <Card title={published ? '座次已公布' : '试排完成'} needsYou={!published || run.unseated > 0}>
      <Problem error={adding.error} />
      {run.unseated > 0 && (
        <p>
          {published
            ? `公布之后又有 ${run.unseated} 人次报考审核通过，还没有座位。补排只用空座，不移动其他人。`
            : `试排之后又有 ${run.unseated} 人次报考审核通过，请重新试排再公布。`}
        </p>
      )}
      {run.gone > 0 && <p>{run.gone} 人次编排时在、现在已不再报考。</p>}
      {missing.length > 0 && (
        <Notice tone="wait" title={`还有 ${missing.length} 人次没有合适的空座`}>
          {missing.map(({ admissionNumber, slot }) => `${admissionNumber} 第 ${slot} 场`).join('、')}
        </Notice>
      )}
      <div className="seating__acts">
        {run.actions.includes('publish') && (
          <Button look="primary" onClick={() => ask('publish')}>
            公布座次
          </Button>
        )}
        {published && run.unseated > 0 && (
          <Button look="primary" busy={adding.isPending} onClick={() => adding.mutate()}>
            补排 {run.unseated} 人次
          </Button>
        )}
        {published && (
          <a
            className="btn btn--ghost"
            href={pathOf(exportSeatingRun, params)}
            download={`seating-${run.session}.json`}
          >
            下载编排输入（JSON）
          </a>
        )}
        {run.actions.includes('rollBack') && <Button onClick={() => ask('withdraw')}>撤回</Button>}
      </div>
      <Dialog
        open={asking === 'publish'}
        title={`公布${run.sessionName}考试的座次`}
        onClose={() => ask(undefined)}
        actions={
          <Button look="primary" busy={publishing.isPending} onClick={() => publishing.mutate()}>
            确认公布
          </Button>
        }
      >
        <Problem error={publishing.error} />
        <p>全部座次同时可见，每名考生都会收到消息，种子随之公开。公布后只能逐个调整，或写明原因整体撤回。</p>
      </Dialog>
      {asking === 'withdraw' && <WithdrawDialog run={run} onDone={changed} onClose={() => ask(undefined)} />}
    </Card>
  );
}
