import { useState } from 'react';
import type { Answer } from '@zikao/contract/endpoint';
import type { getStaff, Staff } from '@zikao/contract/staff';
import { Button } from '#ui/Button';
import { type Column, DataTable } from '#ui/DataTable';
import { formatLongMoment } from '#ui/dates';
import { EmptyState } from '#ui/EmptyState';
import { ActDialog } from './ActDialog.tsx';
import { signOutOf } from './acts.ts';

type Device = Answer<typeof getStaff>['sessions'][number];

const COLUMNS: Column<Device>[] = [
  { id: 'device', title: '设备', head: true, cell: ({ device }) => device },
  { id: 'ip', title: '来源', cell: ({ ip }) => <span className="num">{ip}</span> },
  { id: 'since', title: '登录时间', cell: ({ signedInAt }) => <Time at={signedInAt} /> },
  { id: 'seen', title: '最近使用', cell: ({ lastSeenAt }) => <Time at={lastSeenAt} /> },
];

const columnsOf = (staff: Staff): Column<Device>[] =>
  staff.actions.includes('signOut')
    ? [...COLUMNS, { id: 'act', title: '操作', cell: (device) => <SignOut staff={staff} device={device} /> }]
    : COLUMNS;

/** Where somebody is signed in; unless it is oneself, each can be signed out. */
export function SessionTable({ staff, sessions }: { staff: Staff; sessions: readonly Device[] }) {
  return (
    <section className="staff-accounts__part" aria-label="登录的设备">
      <h2>登录的设备</h2>
      <DataTable
        caption="登录的设备，最近用的在前"
        hideCaption
        dense
        columns={columnsOf(staff)}
        items={sessions}
        keyOf={({ id }) => id}
        empty={<EmptyState title="现在没有登录" />}
      />
    </section>
  );
}

function SignOut({ staff, device: { id, device } }: { staff: Staff; device: Device }) {
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button size="small" aria-haspopup="dialog" onClick={() => setAsked(true)}>
        退出登录<span className="hidden-text">：{device}</span>
      </Button>
      {asked && <ActDialog act={signOutOf(id)} staff={staff} onClose={() => setAsked(false)} />}
    </>
  );
}

function Time({ at }: { at: string }) {
  return (
    <time className="num" dateTime={at}>
      {formatLongMoment(at)}
    </time>
  );
}
