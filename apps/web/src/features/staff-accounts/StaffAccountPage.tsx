import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { ROLE_NAMES } from '@zikao/contract/permissions';
import { getStaff, type Staff, type StaffAction } from '@zikao/contract/staff';
import { query } from '#api/query';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { Button } from '#ui/Button';
import { formatLongMoment } from '#ui/dates';
import { Notice } from '#ui/Notice';
import { PageTitle } from '#ui/PageTitle';
import { Rows } from '#ui/Rows';
import { Skeleton } from '#ui/Spinner';
import { ActDialog } from './ActDialog.tsx';
import { ACTS } from './acts.ts';
import { ChangeDialog } from './ChangeDialog.tsx';
import { SessionTable } from './SessionTable.tsx';
import { passwordText } from './words.ts';
import './staff-accounts.css';

/** One account: what it is, where it is signed in, and what the province can do about it. */
export function StaffAccountPage() {
  const { account = '' } = useParams();
  const { data, error, refetch } = useQuery(query(getStaff, { params: { account } }));
  return (
    <div className="staff-page staff-accounts">
      <PageTitle title={data ? `${data.staff.name}（${data.staff.username}）` : '工作人员账号'}>
        <p>
          <Link to={paths.staffAccounts}>回到工作人员</Link>
        </p>
      </PageTitle>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={8} />}
      {data && (
        <>
          <Rows rows={rowsOf(data.staff)} />
          {data.staff.self ? <Own /> : <Acts staff={data.staff} />}
          <SessionTable staff={data.staff} sessions={data.sessions} />
        </>
      )}
    </div>
  );
}

function Own() {
  return (
    <Notice title="这是您自己的账号">
      <p>
        修改密码、退出设备请到<Link to={paths.staffAccount}>账号与安全</Link>
        ；其他办理请由省考办的另一位工作人员进行。
      </p>
    </Notice>
  );
}

function Acts({ staff }: { staff: Staff }) {
  const [asked, setAsked] = useState<StaffAction>();
  const close = () => setAsked(undefined);
  return (
    <div className="row staff-accounts__acts">
      {staff.actions.map((action) => (
        <Button key={action} aria-haspopup="dialog" onClick={() => setAsked(action)}>
          {action === 'change' ? '修改账号' : ACTS[action].title}
        </Button>
      ))}
      {asked === 'change' && <ChangeDialog staff={staff} onClose={close} />}
      {asked && asked !== 'change' && <ActDialog act={ACTS[asked]} staff={staff} onClose={close} />}
    </div>
  );
}

function rowsOf(staff: Staff) {
  const { username, role, district, active, totp, createdAt } = staff;
  return [
    { label: '登录名', value: username },
    { label: '角色', value: ROLE_NAMES[role] },
    ...(district ? [{ label: '考区', value: district.name }] : []),
    { label: '状态', value: active ? '在用' : '已停用' },
    { label: '密码', value: passwordText(staff) },
    { label: '动态口令', value: totp ? '已设置' : '未设置' },
    { label: '新建时间', value: formatLongMoment(createdAt) },
  ];
}
