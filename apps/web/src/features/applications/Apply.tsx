import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { beginApplication } from '@zikao/contract/applications/endpoints';
import type { Kind } from '@zikao/contract/applications/kind';
import type { KindInfo } from '@zikao/contract/applications/shapes';
import { call, newKey } from '#api/client';
import { Problem } from '#forms/Problem';
import { Button } from '#ui/Button';
import { formatMoment } from '#ui/dates';
import { Notice } from '#ui/Notice';
import { putApplication, stepPath } from './use-application.ts';
import './applications.css';

interface Props {
  kind: Kind;
  info: KindInfo;
}

/** The button 申请 below the requirements, and until when. */
export function Apply({ kind, info: { window, notes } }: Props) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [key] = useState(newKey);
  const begin = useMutation({
    mutationFn: () => call(beginApplication, { body: { kind: kind.key } }, { key }),
    async onSuccess(application) {
      putApplication(client, application);
      await navigate(stepPath(kind.key, application.id, kind.form.steps[0]!.key));
    },
  });
  return (
    <div className="apply">
      {notes.map(({ message }) => (
        <Notice key={message}>
          <p>{message}</p>
        </Notice>
      ))}
      <Problem error={begin.error} />
      <Button look="primary" busy={begin.isPending} onClick={() => begin.mutate()}>
        申请
      </Button>
      {window && (
        <span>
          办理时间到 <b className="num">{formatMoment(window.closesAt)}</b> 截止
        </span>
      )}
    </div>
  );
}
