import { useMutation } from '@tanstack/react-query';
import { type Case, handOver } from '@zikao/contract/review';
import { call } from '#api/client';
import { Problem } from '#forms/Problem';
import { Button } from '#ui/Button';
import { Notice } from '#ui/Notice';
import { showToast } from '#ui/Toast';

/** 领取告知单: the letter is printed by the candidate or at the desk, and handed over there. */
export function HandOver({ shown, put }: { shown: Case; put: (next: Case) => void }) {
  const { queue, id, head, actions } = shown;
  const hand = useMutation({
    mutationFn: () => call(handOver, { params: { queue, id } }),
    onSuccess(next) {
      put(next);
      showToast(`${head.name}：已登记领取告知单`);
    },
  });
  if (!actions.includes('handOver')) return null;
  return (
    <Notice tone="wait" title="告知单待领取">
      <Problem error={hand.error} />
      <p>核对考生本人身份证，请其在告知单上签名领取后登记。</p>
      <Button busy={hand.isPending} onClick={() => hand.mutate()}>
        登记已领取告知单
      </Button>
    </Notice>
  );
}
