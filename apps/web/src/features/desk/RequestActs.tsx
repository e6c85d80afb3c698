import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { confirmDeskRequest, refuseDeskRequest, undoDeskRequest } from '@zikao/contract/desk/endpoints';
import type { DeskRequest } from '@zikao/contract/desk/shapes';
import { call } from '#api/client';
import { PlainForm } from '#forms/PlainForm';
import { Problem } from '#forms/Problem';
import { usePlainForm } from '#forms/use-plain-form';
import { Button } from '#ui/Button';
import { Dialog } from '#ui/Dialog';
import { Field } from '#ui/Field';
import { TextArea } from '#ui/TextArea';
import { showToast } from '#ui/Toast';

interface Props {
  request: DeskRequest;
  onChange: (next: DeskRequest) => void;
}

const WITH_REASON = {
  refuse: {
    endpoint: refuseDeskRequest,
    button: '复核不同意',
    label: '不同意的原因',
    done: '已记为复核不同意',
  },
  undo: { endpoint: undoDeskRequest, button: '撤销', label: '撤销的原因', done: '已撤销' },
} as const;
type Reasoned = keyof typeof WITH_REASON;

/** 复核 and 撤销, as far as this officer may. */
export function RequestActs({ request, onChange }: Props) {
  const [asked, setAsked] = useState<Reasoned>();
  const params = { id: request.id };
  const confirm = useMutation({
    mutationFn: () => call(confirmDeskRequest, { params }),
    onSuccess(next) {
      showToast('已复核同意，24 小时后生效');
      onChange(next);
    },
  });
  if (!request.actions.length) return null;
  return (
    <>
      <Problem error={confirm.error} />
      <div className="row desk__acts">
        {request.actions.includes('confirm') && (
          <Button busy={confirm.isPending} onClick={() => confirm.mutate()}>
            复核同意
          </Button>
        )}
        {(['refuse', 'undo'] as const)
          .filter((action) => request.actions.includes(action))
          .map((action) => (
            <Button key={action} aria-haspopup="dialog" onClick={() => setAsked(action)}>
              {WITH_REASON[action].button}
            </Button>
          ))}
      </div>
      {asked && (
        <ReasonDialog act={asked} params={params} onChange={onChange} onClose={() => setAsked(undefined)} />
      )}
    </>
  );
}

interface DialogProps extends Pick<Props, 'onChange'> {
  act: Reasoned;
  params: { id: string };
  onClose: () => void;
}

function ReasonDialog({ act, params, onChange, onClose }: DialogProps) {
  const { endpoint, button, label, done } = WITH_REASON[act];
  const formId = useId();
  const form = usePlainForm<{ reason: string }>({
    schema: endpoint.body!,
    labels: { reason: label },
    async submit(body) {
      const next = await call(endpoint, { params, body });
      showToast(done);
      onClose();
      onChange(next);
    },
  });
  return (
    <Dialog
      open
      title={button}
      onClose={onClose}
      actions={
        <Button look="primary" type="submit" form={formId} busy={form.busy}>
          确认{button}
        </Button>
      }
    >
      <PlainForm form={form} id={formId}>
        <Field {...form.field('reason')} hint="考生会看到这句话">
          <TextArea {...form.input('reason')} rows={3} maxLength={300} />
        </Field>
      </PlainForm>
    </Dialog>
  );
}
