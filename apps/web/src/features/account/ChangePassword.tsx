import { useState } from 'react';
import { PasswordChange } from '#forms/PasswordChange';
import { Button } from '#ui/Button';
import { Dialog } from '#ui/Dialog';

/** 修改密码, over the page. */
export function ChangePassword() {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        修改密码
      </Button>
      <Dialog open={open} onClose={close} title="修改密码">
        <PasswordChange onDone={close} />
      </Dialog>
    </>
  );
}
