import { useState } from 'react';
import type { Session } from '@zikao/contract/identity';
import { leave } from '#api/session';
import { Button } from '#ui/Button';
import { Dialog } from '#ui/Dialog';
import { Problem } from './Problem.tsx';
import { useIdle } from './use-idle.ts';

interface Props {
  session: Session;
  /** The page to sign in on again. */
  signIn: string;
}

/** Two minutes before the session ends without activity. */
export function IdleWarning({ session, signIn }: Props) {
  const { left, extend } = useIdle(session);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const seconds = Math.max(0, Math.ceil((left ?? 0) / 1000));

  async function stay() {
    setBusy(true);
    setFailure(undefined);
    await extend().catch(setFailure);
    setBusy(false);
  }

  return (
    <Dialog
      open={left !== undefined}
      title="还在使用吗"
      actions={
        <>
          <Button onClick={() => void leave(signIn).catch(setFailure)}>退出</Button>
          <Button look="primary" data-first-focus busy={busy} onClick={() => void stay()}>
            继续使用
          </Button>
        </>
      }
    >
      <p>
        您有一段时间没有操作了。为了您的账户安全，
        <b className="num">
          {Math.floor(seconds / 60)} 分 {String(seconds % 60).padStart(2, '0')} 秒
        </b>
        后将自动退出登录。
      </p>
      <p className="muted">已经填写的内容不会丢。</p>
      <Problem error={failure} />
    </Dialog>
  );
}
