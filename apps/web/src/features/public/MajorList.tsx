import { useQuery } from '@tanstack/react-query';
import { generatePath, Link } from 'react-router';
import { listMajors, type Major } from '@zikao/contract/exams';
import { query } from '#api/query';
import { paths } from '#paths';
import { Card } from '#ui/Card';
import { type Column, DataTable } from '#ui/DataTable';
import { EmptyState } from '#ui/EmptyState';
import { find } from './find.ts';
import { Loaded } from './Loaded.tsx';
import { MajorTag, notesOf } from './MajorTag.tsx';

type Listed = Major & { hasPlan: boolean };

const COLUMNS: Column<Listed>[] = [
  {
    id: 'name',
    title: '专业',
    head: true,
    cell: (major) => (
      <>
        {major.name}
        <div className="small muted catalogue__note">{notesOf(major)}</div>
      </>
    ),
  },
  { id: 'code', title: '代码', cell: ({ code }) => <span className="num">{code}</span> },
  { id: 'level', title: '层次', cell: ({ level }) => <span className="catalogue__short">{level}</span> },
  { id: 'status', title: '状态', cell: (major) => <MajorTag status={major.status} /> },
  {
    id: 'plan',
    title: '开考计划',
    cell: ({ code, name, hasPlan }) =>
      hasPlan ? (
        <Link className="catalogue__short" to={generatePath(paths.plan, { code })}>
          查看计划<span className="hidden-text">：{name}</span>
        </Link>
      ) : (
        <span className="muted">未公布</span>
      ),
  },
];

/** 开考专业. */
export function MajorList({ typed }: { typed: string }) {
  return (
    <Loaded from={useQuery(query(listMajors, {}))}>
      {({ items }) => {
        const found = find(items, typed);
        return (
          <Card>
            <p className="muted small" role="status">
              共 {found.length} 个专业
            </p>
            <DataTable
              caption="开考专业"
              hideCaption
              columns={COLUMNS}
              items={found}
              keyOf={({ code }) => code}
              empty={
                <EmptyState title="没有找到这个专业">
                  <p>请换一个名称或代码，或清空搜索看全部专业。</p>
                </EmptyState>
              }
            />
          </Card>
        );
      }}
    </Loaded>
  );
}
