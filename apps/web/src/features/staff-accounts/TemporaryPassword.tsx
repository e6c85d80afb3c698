import type { Staff } from '@zikao/contract/staff';
import { Button } from '#ui/Button';
import { formatMoment } from '#ui/dates';
import { Dialog } from '#ui/Dialog';
import type { Given } from './acts.ts';

interface Props {
  staff: Pick<Staff, 'name' | 'username'>;
  given: Given;
  onClose: () => void;
}

/** Told once, so nothing but its button closes it. */
export function TemporaryPassword({ staff, given, onClose }: Props) {
  return (
    <Dialog
      open
      title={`${staff.name}的临时密码`}
      actions={
        <Button look="primary" onClick={onClose}>
          已转交，关闭
        </Button>
      }
    >
      <dl className="staff-accounts__given">
        <div>
          <dt>登录名</dt>
          <dd>{staff.username}</dd>
        </div>
        <div>
          <dt>临时密码</dt>
          <dd>
            <code>{given.password}</code>
          </dd>
        </div>
      </dl>
      <p>
        请当面或电话转交本人，{formatMoment(given.until)}{' '}
        以前登录，登录时必须换成自己的密码。关闭以后不能再看，只能重置。
      </p>
    </Dialog>
  );
}
