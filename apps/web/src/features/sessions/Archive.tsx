import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { archiveSession, type PlannedSession } from '@zikao/contract/sessions';
import { call } from '#api/client';
import { Problem } from '#forms/Problem';
import { Button } from '#ui/Button';
import { Dialog } from '#ui/Dialog';
import { showToast } from '#ui/Toast';

/** From then on nothing of this session can be changed. */
export function Archive({ session }: { session: PlannedSession }) {
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const change = useMutation({
    mutationFn: () => call(archiveSession, { params: { session: session.id } }, { ifMatch: session.version }),
    onSuccess: () => {
      setAsking(false);
      showToast(`${session.name}已归档`);
      void client.invalidateQueries();
    },
  });
  return (
    <div className="sessions__current">
      <Button onClick={() => setAsking(true)}>归档</Button>
      <Dialog
        open={asking}
        title={`归档 ${session.name}`}
        onClose={() => setAsking(false)}
        actions={
          <Button look="primary" busy={change.isPending} onClick={() => change.mutate()}>
            确认归档
          </Button>
        }
      >
        <Problem error={change.error} />
        <p>归档以后，场次和办理时间不能再改，也不能恢复。成绩、座次和报考记录照常可以查询和导出。</p>
      </Dialog>
    </div>
  );
}
