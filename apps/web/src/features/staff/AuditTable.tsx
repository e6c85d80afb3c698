import type { ReactNode } from 'react';
import type { z } from 'zod';
import { ENDPOINTS } from '@zikao/contract';
import type { AuditEntry } from '@zikao/contract/audit';
import { ROLE_NAMES } from '@zikao/contract/permissions';
import { type Column, DataTable } from '#ui/DataTable';
import { formatClock, formatLongDay } from '#ui/dates';

type Entry = z.output<typeof AuditEntry>;

const columns: Column<Entry>[] = [
  { id: 'seq', title: '编号', cell: ({ seq }) => seq, head: true },
  {
    id: 'at',
    title: '时间',
    cell: ({ at }) => (
      <time className="num" dateTime={at}>
        {formatLongDay(at)} {formatClock(at)}
      </time>
    ),
  },
  {
    id: 'actor',
    title: '操作人',
    cell: ({ actor, role }) => (
      <>
        {actor}
        <small className="audit__minor">{ROLE_NAMES[role as keyof typeof ROLE_NAMES] ?? role}</small>
      </>
    ),
  },
  {
    id: 'action',
    title: '操作',
    cell: ({ action }) => (
      <>
        {ENDPOINTS[action]?.summary}
        <code className="audit__minor">{action}</code>
      </>
    ),
  },
  { id: 'subject', title: '对象', cell: ({ subject }) => <code>{subject}</code> },
  { id: 'why', title: '说明', cell: ({ why }) => why ?? '—' },
  { id: 'ip', title: '来源', cell: ({ ip }) => <span className="num">{ip}</span> },
  {
    id: 'hash',
    title: '链',
    cell: ({ hash }) =>
      hash ? (
        <code className="audit__hash" title={hash}>
          {hash.slice(0, 8)}
        </code>
      ) : (
        '待封存'
      ),
  },
];

export function AuditTable({ items, empty }: { items: readonly Entry[]; empty: ReactNode }) {
  return (
    <DataTable
      caption="审计记录，最新的在前"
      hideCaption
      columns={columns}
      items={items}
      keyOf={({ seq }) => seq}
      empty={empty}
      dense
      stickyHead
    />
  );
}
