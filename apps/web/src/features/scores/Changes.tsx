import { useInfiniteQuery } from '@tanstack/react-query';
import { type ChangedRow, listScoreChanges } from '@zikao/contract/score-office';
import { call } from '#api/client';
import { Failure } from '#forms/Failure';
import { Button } from '#ui/Button';
import { Card } from '#ui/Card';
import { type Column, DataTable } from '#ui/DataTable';
import { Skeleton } from '#ui/Spinner';

const COLUMNS: Column<ChangedRow>[] = [
  { id: 'name', title: '姓名', head: true, cell: ({ name }) => name },
  { id: 'number', title: '准考证号', cell: ({ number }) => <span className="num">{number}</span> },
  { id: 'course', title: '课程', cell: ({ course }) => <span className="num">{course}</span> },
  { id: 'before', title: '已采用的', align: 'end', cell: ({ before }) => before },
  { id: 'after', title: '这一批', align: 'end', cell: ({ after }) => <b>{after}</b> },
  { id: 'row', title: '行', align: 'end', cell: ({ row }) => row },
];

/** What a correcting batch would change of what counts already. */
export function Changes({ batch }: { batch: string }) {
  const found = useInfiniteQuery({
    queryKey: [listScoreChanges.path, batch],
    queryFn: ({ pageParam: cursor, signal }) =>
      call(
        listScoreChanges,
        { params: { batch }, query: { limit: 50, ...(cursor && { cursor }) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  if (found.error) return <Failure error={found.error} onRetry={() => void found.refetch()} />;
  return (
    <Card title="与已采用的成绩不同的">
      {found.data ? (
        <DataTable
          caption="采用后会更正的成绩"
          hideCaption
          dense
          columns={COLUMNS}
          items={found.data.pages.flatMap((page) => page.items)}
          keyOf={({ row }) => String(row)}
        />
      ) : (
        <Skeleton lines={4} />
      )}
      {found.hasNextPage && (
        <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          显示更多
        </Button>
      )}
    </Card>
  );
}
