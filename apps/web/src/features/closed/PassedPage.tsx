import { useQuery } from '@tanstack/react-query';
import { getRecord, RECORD_KINDS, type RecordEntry } from '@zikao/contract/records';
import { query } from '#api/query';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { ButtonLink } from '#ui/Button';
import { Card } from '#ui/Card';
import { type Column, DataTable } from '#ui/DataTable';
import { EmptyState } from '#ui/EmptyState';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';

const COLUMNS: Column<RecordEntry>[] = [
  { id: 'name', title: '课程', head: true, cell: ({ name }) => name },
  { id: 'code', title: '代码', cell: ({ code }) => <span className="num">{code}</span> },
  { id: 'score', title: '成绩', align: 'end', cell: ({ score }) => score ?? '–' },
  { id: 'credits', title: '学分', align: 'end', cell: ({ credits }) => credits ?? '–' },
  { id: 'kind', title: '方式', cell: ({ kind }) => RECORD_KINDS[kind] },
  { id: 'when', title: '时间', cell: ({ when }) => when },
];

/** 合格成绩: what the record holds. */
export function PassedPage() {
  const { data, error, refetch } = useQuery(query(getRecord, {}));
  return (
    <div className="wrap">
      <PageTitle title="合格成绩" />
      {!data && (error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton lines={6} />)}
      {data?.items.length === 0 && (
        <EmptyState title="还没有合格成绩" actions={<ButtonLink to={paths.home}>回到首页</ButtonLink>}>
          <p>考试合格、免考和转入的课程会显示在这里。</p>
        </EmptyState>
      )}
      {data && data.items.length > 0 && (
        <Card>
          <DataTable
            caption="合格成绩"
            hideCaption
            columns={COLUMNS}
            items={data.items}
            keyOf={({ code, kind }) => code + kind}
          />
        </Card>
      )}
    </div>
  );
}
