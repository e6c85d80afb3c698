import type { ReactNode } from 'react';
import type { AuditEntry } from '@zikao/contract/audit';
import { actionWords } from '@zikao/contract/audit-actions';
import { ROLE_NAMES } from '@zikao/contract/permissions';
import { Button } from '#ui/Button';
import { type Column, DataTable } from '#ui/DataTable';
import { formatClock, formatLongDay } from '#ui/dates';
import type { Typed } from './filter.ts';

interface Props {
  items: readonly AuditEntry[];
  empty: ReactNode;
  /** Whose, or which, one wants to see more of. */
  onApply: (filter: Partial<Typed>) => void;
}

export function AuditTable({ items, empty, onApply }: Props) {
  return (
    <DataTable
      caption="审计记录，最新的在前"
      hideCaption
      columns={columnsOf(onApply)}
      items={items}
      keyOf={({ seq }) => seq}
      empty={empty}
      dense
      stickyHead
    />
  );
}

const columnsOf = (onApply: Props['onApply']): Column<AuditEntry>[] => [
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
    cell: ({ actor, role, district }) => (
      <>
        {actor}
        <small className="audit__minor">
          {[district, ROLE_NAMES[role as keyof typeof ROLE_NAMES] ?? OTHERS[role]].filter(Boolean).join(' ')}
        </small>
      </>
    ),
  },
  {
    id: 'action',
    title: '操作',
    cell: ({ action }) => (
      <>
        {actionWords(action)}
        <code className="audit__minor">{action}</code>
      </>
    ),
  },
  {
    id: 'candidate',
    title: '考生',
    cell: ({ candidate, seq }) =>
      candidate ? (
        <Button look="plain" onClick={() => onApply({ person: candidate.id })}>
          {candidate.name || '考生'}
          <span className="hidden-text">（编号 {seq}）：只看这名考生的记录</span>
        </Button>
      ) : (
        '—'
      ),
  },
  { id: 'why', title: '说明', cell: ({ why }) => why ?? '—' },
  { id: 'subject', title: '对象', cell: ({ subject }) => <code>{subject}</code> },
  { id: 'ip', title: '来源', cell: ({ ip }) => <span className="num">{ip}</span> },
  {
    id: 'hash',
    title: '链',
    cell: ({ position, hash }) =>
      hash ? (
        <span className="audit__link num" title={hash}>
          {position} <code>{hash.slice(0, 8)}</code>
        </span>
      ) : (
        '待封存'
      ),
  },
];

/** Who is nobody of the offices. */
const OTHERS: Record<string, string> = { system: '系统', public: '未登录' };
