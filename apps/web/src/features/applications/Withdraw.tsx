import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { withdrawApplication } from '@zikao/contract/applications/endpoints';
import type { Kind } from '@zikao/contract/applications/kind';
import type { Application } from '@zikao/contract/applications/shapes';
import { call } from '#api/client';
import { Problem } from '#forms/Problem';
import { Button } from '#ui/Button';
import { Dialog } from '#ui/Dialog';
import { showToast } from '#ui/Toast';
import { kindPath, putApplication } from './use-application.ts';

/** 撤回申请, or giving up a draft; asked once more, for nothing brings it back. */
export function Withdraw({ kind, application: { id, state } }: { kind: Kind; application: Application }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asked, setAsked] = useState(false);
  const act = state === 'draft' ? '放弃填写' : '撤回申请';
  const withdraw = useMutation({
    mutationFn: () => call(withdrawApplication, { params: { id } }),
    async onSuccess(application) {
      putApplication(client, application);
      setAsked(false);
      showToast(state === 'draft' ? '已放弃这份草稿' : '申请已撤回');
      if (state === 'draft') await navigate(kindPath(kind.key));
    },
  });
  return (
    <>
      <Button onClick={() => setAsked(true)}>{act}</Button>
      <Dialog
        open={asked}
        title={`${act}？`}
        onClose={() => setAsked(false)}
        actions={
          <Button look="danger" busy={withdraw.isPending} onClick={() => withdraw.mutate()}>
            {act}
          </Button>
        }
      >
        <Problem error={withdraw.error} />
        <p>
          {state === 'draft'
            ? '填写的内容不再保留。需要时可以在办理时间内重新申请。'
            : '撤回后这份申请不再审核，不能恢复。需要时可以在办理时间内重新申请。'}
        </p>
      </Dialog>
    </>
  );
}
