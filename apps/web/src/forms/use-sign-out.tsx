import { useState } from 'react';
import { leave } from '#api/session';
import { Button } from '#ui/Button';
import { Dialog } from '#ui/Dialog';
import { Problem } from './Problem.tsx';

/** 退出登录, then the page `to`. Whoever could not be signed out must know it before leaving the computer. */
export function useSignOut(to: string) {
  const [failure, setFailure] = useState<unknown>();
  const start = () => void leave(to).catch(setFailure);
  const dialog = (
    <Dialog
      open={failure !== undefined}
      title="还没有退出登录"
      onClose={() => setFailure(undefined)}
      actions={
        <Button look="primary" onClick={start}>
          再试一次
        </Button>
      }
    >
      <Problem error={failure} />
    </Dialog>
  );
  return { start, dialog };
}
