import { useQueryClient } from '@tanstack/react-query';
import type { Session } from '@zikao/contract/identity';
import { enter, sessionQuery } from '#api/session';
import { paths } from '#paths';
import { Button } from '#ui/Button';
import { Dialog } from '#ui/Dialog';
import { SignInPanel } from './SignInPanel.tsx';

/** The session ended while a page was open: signing in again over the page, which keeps what was typed. */
export function SignInAgain({ open, before }: { open: boolean; before: Session }) {
  const client = useQueryClient();

  function done(session: Session) {
    if (session.name !== before.name || session.maskedPhone !== before.maskedPhone) {
      // Another person: nothing of the page before may be seen or sent.
      enter(client, session);
      location.assign(paths.home);
      return;
    }
    client.setQueryData(sessionQuery.queryKey, { session });
    void client.invalidateQueries();
  }

  return (
    <Dialog
      open={open}
      title="请重新登录"
      actions={<Button onClick={() => location.assign(paths.signIn)}>不登录，离开这一页</Button>}
    >
      <p>登录已经结束。重新登录后回到刚才的页面，已经填写的内容还在。</p>
      <SignInPanel onDone={done} />
    </Dialog>
  );
}
