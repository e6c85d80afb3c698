import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { generatePath, Link, useSearchParams } from 'react-router';
import { ROLE_NAMES } from '@zikao/contract/permissions';
import { listStaff, type Staff } from '@zikao/contract/staff';
import { query } from '#api/query';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { Button } from '#ui/Button';
import { type Column, DataTable } from '#ui/DataTable';
import { EmptyState } from '#ui/EmptyState';
import { PageTitle } from '#ui/PageTitle';
import { SearchForm } from '#ui/SearchForm';
import { Skeleton } from '#ui/Spinner';
import { Tabs } from '#ui/Tabs';
import { Tag } from '#ui/Tag';
import { CreateDialog } from './CreateDialog.tsx';
import { matches, passwordText } from './words.ts';
import './staff-accounts.css';

const COLUMNS: Column<Staff>[] = [
  {
    id: 'name',
    title: '姓名',
    head: true,
    cell: ({ id, name, self }) => (
      <>
        <Link to={generatePath(paths.staffMember, { account: id })}>{name}</Link>
        {self && '（您自己）'}
      </>
    ),
  },
  { id: 'username', title: '登录名', cell: ({ username }) => username },
  {
    id: 'role',
    title: '角色',
    cell: ({ role }) => <span className="staff-accounts__role">{ROLE_NAMES[role]}</span>,
  },
  { id: 'district', title: '考区', cell: ({ district }) => district?.name ?? '—' },
  { id: 'password', title: '密码', cell: passwordText },
  { id: 'totp', title: '动态口令', cell: ({ totp }) => (totp ? '已设置' : '未设置') },
  {
    id: 'active',
    title: '状态',
    cell: ({ active }) => <Tag tone={active ? 'ok' : 'info'}>{active ? '在用' : '已停用'}</Tag>,
  },
];

/** 工作人员: everybody who signs in for an office. */
export function StaffAccountsPage() {
  const { data, error, refetch } = useQuery(query(listStaff, {}));
  const [creating, setCreating] = useState(false);
  return (
    <div className="staff-page staff-accounts">
      <PageTitle
        title="工作人员"
        side={
          <Button look="primary" aria-haspopup="dialog" onClick={() => setCreating(true)}>
            新建账号
          </Button>
        }
      >
        <p>每人一个账号，不共用。离岗的请停用：随即退出登录，领取的审核放回待办。</p>
      </PageTitle>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={8} />}
      {data && <Accounts items={data.items} />}
      {creating && <CreateDialog onClose={() => setCreating(false)} />}
    </div>
  );
}

/** Those in use, or those put out of use; what is looked for is in the address. */
function Accounts({ items }: { items: readonly Staff[] }) {
  const [params, setParams] = useSearchParams();
  const search = params.get('search') ?? '';
  const show = params.get('show') === 'closed' ? 'closed' : 'active';
  const found = items.filter((staff) => matches(staff, search));
  const count = (active: boolean) => found.filter((staff) => staff.active === active).length;
  const go = (next: { search?: string; show?: string }) =>
    setParams(
      Object.fromEntries(
        Object.entries({ search, show, ...next }).filter(([, value]) => value && value !== 'active'),
      ),
      { replace: true },
    );
  return (
    <>
      <SearchForm
        className="staff-accounts__find"
        label="查找姓名、登录名、考区"
        key={search}
        search={search}
        onSearch={(typed) => go({ search: typed })}
      />
      <Tabs
        label="显示"
        tabs={[
          { id: 'active', label: `在用 ${count(true)}` },
          { id: 'closed', label: `已停用 ${count(false)}` },
        ]}
        current={show}
        onChange={(id) => go({ show: id })}
      >
        <DataTable
          caption="工作人员账号"
          hideCaption
          dense
          columns={COLUMNS}
          items={found.filter(({ active }) => active === (show === 'active'))}
          keyOf={({ id }) => id}
          empty={<EmptyState title={search ? '没有找到这样的账号' : '没有停用的账号'} />}
        />
      </Tabs>
    </>
  );
}
