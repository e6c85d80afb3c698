import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { State } from './State.tsx';

type Props = {
  title?: ReactNode;
  /** From problem details; lets the office find the line in the log. */
  requestId?: string;
  onRetry?: () => void;
  children?: ReactNode;
};

export function ErrorState({ title = '没有加载成功', requestId, onRetry, children }: Props) {
  return (
    <State
      tone="no"
      role="alert"
      title={title}
      actions={
        onRetry && (
          <Button look="primary" onClick={onRetry}>
            重试
          </Button>
        )
      }
    >
      {children ?? <p>请稍后再试。一直不行时，请把下面的编号告诉考区工作人员。</p>}
      {requestId && <p className="small num">问题编号 {requestId}</p>}
    </State>
  );
}
