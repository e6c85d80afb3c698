import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { makeSessionCurrent, type PlannedSession } from '@zikao/contract/sessions';
import { call } from '#api/client';
import { Problem } from '#forms/Problem';
import { Button } from '#ui/Button';
import { Dialog } from '#ui/Dialog';
import { showToast } from '#ui/Toast';

/** From then on candidates register and enrol for this session. */
export function MakeCurrent({ session }: { session: PlannedSession }) {
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const ready = session.readiness.every(({ ok, needed }) => ok || !needed);
  const change = useMutation({
    mutationFn: () =>
      call(makeSessionCurrent, { params: { session: session.id } }, { ifMatch: session.version }),
    onSuccess: () => {
      setAsking(false);
      showToast(`${session.name}已设为当前考次`);
      void client.invalidateQueries();
    },
  });
  return (
    <div className="sessions__current">
      <Button aria-disabled={!ready} onClick={() => setAsking(true)}>
        设为当前考次
      </Button>
      {!ready && <span className="muted">补齐上面必需的内容后才能设为当前考次。</span>}
      <Dialog
        open={asking}
        title={`把 ${session.name} 设为当前考次`}
        onClose={() => setAsking(false)}
        actions={
          <Button look="primary" busy={change.isPending} onClick={() => change.mutate()}>
            确认设为当前考次
          </Button>
        }
      >
        <Problem error={change.error} />
        <p>考生看到的考次、办理时间和课程表立即换成这一次；原来的考次不再接收报考，已报考的记录保留。</p>
      </Dialog>
    </div>
  );
}
