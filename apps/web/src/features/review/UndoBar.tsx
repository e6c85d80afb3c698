import { useMutation } from '@tanstack/react-query';
import { generatePath, useNavigate } from 'react-router';
import { type Queue, QUEUES } from '@zikao/contract/review';
import { type HeldDecision, settleDecision, undoDecision } from '@zikao/contract/review-held';
import { call } from '#api/client';
import { paths } from '#paths';
import { Button } from '#ui/Button';
import { showToast } from '#ui/Toast';
import { useKeys } from './use-keys.ts';
import { useReloadQueue } from './use-next.ts';

interface Props {
  queue: Queue;
  held: readonly (HeldDecision & { left: number })[];
}

const WORDS = { approve: '通过', reject: '不通过' } as const;

/** The last decision while it has no effect yet: 撤销, or 立即生效 for somebody who waits at the desk. */
export function UndoBar({ queue, held }: Props) {
  const navigate = useNavigate();
  const reloadQueue = useReloadQueue();
  const last = held.at(-1);
  const undo = useMutation({
    mutationFn: (one: HeldDecision) => call(undoDecision, { params: { held: one.id } }),
    onSuccess: async (_, one) => {
      showToast(`${one.name}：已撤销，请重新审核`);
      await navigate(generatePath(paths.queueCase, { queue: one.queue, id: one.subject }));
    },
    onSettled: () => void reloadQueue(),
  });
  const settle = useMutation({
    mutationFn: (one: HeldDecision) => call(settleDecision, { params: { held: one.id } }),
    onSuccess: ({ admissionNumber, state }, one) => {
      const number = admissionNumber ? `，准考证号 ${admissionNumber}` : '';
      const passed = state === 'province' ? '已通过，报省考办审核' : `审核通过${number}`;
      showToast(`${one.name}：${one.decision === 'approve' ? passed : '已退回修改'}`);
    },
    onSettled: () => void reloadQueue(),
  });
  const busy = undo.isPending || settle.isPending;
  const can = last !== undefined && last.left > 0 && !busy;
  useKeys({ ...(can && { undo: () => undo.mutate(last), settle: () => settle.mutate(last) }) });

  const fault = undo.error ?? settle.error;
  if (fault)
    return (
      <div className="undo-bar" role="alert">
        <span>{fault.message}</span>
      </div>
    );
  if (!last) return null;
  const where = last.queue === queue ? '' : `（${QUEUES[last.queue] ?? ''}）`;
  return (
    <div className="undo-bar" role="group" aria-label="刚才的决定">
      <span className="undo-bar__said">
        <b>{last.name}</b>
        {where}：{WORDS[last.decision]}
        {held.length > 1 && `，另有 ${held.length - 1} 件`}
      </span>
      <span className="num" role="timer">
        {last.left > 0 ? `${last.left} 秒后生效` : '正在生效…'}
      </span>
      <Button size="small" aria-disabled={!can || undefined} onClick={() => can && undo.mutate(last)}>
        撤销<kbd className="kbd">Z</kbd>
      </Button>
      <Button
        look="plain"
        size="small"
        aria-disabled={!can || undefined}
        onClick={() => can && settle.mutate(last)}
      >
        立即生效<kbd className="kbd">S</kbd>
      </Button>
    </div>
  );
}
