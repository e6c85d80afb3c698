import { useEffect, useRef } from 'react';
import { generatePath, Link } from 'react-router';
import { photoLifecycle, profileLifecycle } from '@zikao/contract/candidates';
import type { DeskHead } from '@zikao/contract/desk/shapes';
import { paths } from '#paths';
import { type Column, DataTable } from '#ui/DataTable';
import { EmptyState } from '#ui/EmptyState';
import type { Found } from './use-find.ts';

const COLUMNS: Column<DeskHead>[] = [
  {
    id: 'name',
    title: '姓名',
    head: true,
    cell: ({ id, name }) => <Link to={generatePath(paths.deskPerson, { id })}>{name}</Link>,
  },
  {
    id: 'idNumber',
    title: '身份证号',
    cell: ({ maskedIdNumber }) => <span className="num">{maskedIdNumber}</span>,
  },
  { id: 'phone', title: '手机号', cell: ({ maskedPhone }) => <span className="num">{maskedPhone}</span> },
  {
    id: 'number',
    title: '准考证号',
    cell: ({ admissionNumber }) => <span className="num">{admissionNumber ?? '—'}</span>,
  },
  {
    id: 'state',
    title: '基本信息',
    cell: ({ state, photo }) => `${profileLifecycle.states[state]}，照片${photoLifecycle.states[photo]}`,
  },
];

/** Who was found. Takes the focus: whoever cannot see the screen hears what came of it. */
export function FoundList({ found: { items, more } }: { found: Found }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [items]);
  return (
    <div className="desk__found" ref={box} tabIndex={-1} role="status">
      <DataTable
        caption={`找到 ${items.length} 人`}
        dense
        columns={COLUMNS}
        items={items}
        keyOf={({ id }) => id}
        empty={
          <EmptyState title="本考区没有找到这名考生">
            <p>
              请按身份证原件逐位核对。已向其他考区提交基本信息的考生，请到那个考区办理；只注册、还没有提交基本信息的，
              要用完整的身份证号或手机号查找。
            </p>
          </EmptyState>
        }
      />
      {more && <p className="muted">同名同日出生的人较多，只列出一部分，请改用身份证号查找。</p>}
    </div>
  );
}
