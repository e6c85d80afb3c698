import { useInfiniteQuery } from '@tanstack/react-query';
import { downloadMissingScores, listMissingScores, type MissingScore } from '@zikao/contract/score-office';
import { call } from '#api/client';
import { Failure } from '#forms/Failure';
import { Button } from '#ui/Button';
import { Card } from '#ui/Card';
import { type Column, DataTable } from '#ui/DataTable';
import { EmptyState } from '#ui/EmptyState';
import { Skeleton } from '#ui/Spinner';
import { Downloads } from './Downloads.tsx';

const COLUMNS: Column<MissingScore>[] = [
  { id: 'name', title: '姓名', head: true, cell: ({ name }) => name },
  { id: 'number', title: '准考证号', cell: ({ number }) => <span className="num">{number}</span> },
  { id: 'district', title: '考区', cell: ({ district }) => district },
  {
    id: 'course',
    title: '课程',
    cell: ({ course, courseName }) => (
      <>
        <span className="num">{course}</span> {courseName}
      </>
    ),
  },
];

/** Who is enrolled and has no score: absent ones have 缺考, so these need looking after. */
export function Missing({ session }: { session: string }) {
  const params = { session };
  const found = useInfiniteQuery({
    queryKey: [listMissingScores.path, session],
    queryFn: ({ pageParam: cursor, signal }) =>
      call(listMissingScores, { params, query: { limit: 50, ...(cursor && { cursor }) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  if (found.error) return <Failure error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={6} />;
  const items = found.data.pages.flatMap((page) => page.items);
  return (
    <Card title="报考了而没有成绩的">
      <p className="muted">没有参加考试的应记为缺考。公布之后没有成绩的考生查不到这门课程。</p>
      {items.length > 0 && (
        <Downloads endpoint={downloadMissingScores} params={params} name={`缺少的成绩-${session}`} />
      )}
      <DataTable
        caption="缺少的成绩"
        hideCaption
        dense
        columns={COLUMNS}
        items={items}
        keyOf={({ number, course }) => `${number} ${course}`}
        empty={<EmptyState title="没有缺少的成绩" />}
      />
      {found.hasNextPage && (
        <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          显示更多
        </Button>
      )}
    </Card>
  );
}
