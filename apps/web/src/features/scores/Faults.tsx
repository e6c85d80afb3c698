import { useInfiniteQuery } from '@tanstack/react-query';
import type { RowFaultCode } from '@zikao/contract/score-imports';
import { type FaultyRow, listScoreFaults } from '@zikao/contract/score-office';
import { call } from '#api/client';
import { Failure } from '#forms/Failure';
import { Button } from '#ui/Button';
import { type Column, DataTable } from '#ui/DataTable';
import { Skeleton } from '#ui/Spinner';

const COLUMNS: Column<FaultyRow>[] = [
  { id: 'row', title: '行', head: true, cell: ({ row }) => <span className="num">第 {row} 行</span> },
  {
    id: 'number',
    title: '准考证号',
    cell: ({ number }) => <span className="num">{number || '（空）'}</span>,
  },
  { id: 'course', title: '课程', cell: ({ course }) => <span className="num">{course || '（空）'}</span> },
  { id: 'value', title: '成绩', cell: ({ value }) => value || '（空）' },
  {
    id: 'faults',
    title: '问题',
    cell: ({ faults }) => (
      <ul className="scoring__why">
        {faults.map(({ code, column, text }) => (
          <li key={code}>
            {column && `“${column}”列：`}
            {text}
          </li>
        ))}
      </ul>
    ),
  },
];

/** The rows with something wrong, in the order of the file. */
export function Faults({ batch, code }: { batch: string; code: RowFaultCode | undefined }) {
  const found = useInfiniteQuery({
    queryKey: [listScoreFaults.path, batch, code],
    queryFn: ({ pageParam: cursor, signal }) => {
      const query = { limit: 50, ...(code && { code }), ...(cursor && { cursor }) };
      return call(listScoreFaults, { params: { batch }, query }, { signal });
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  if (found.error) return <Failure error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={6} />;
  return (
    <>
      <DataTable
        caption="有问题的行"
        hideCaption
        dense
        columns={COLUMNS}
        items={found.data.pages.flatMap((page) => page.items)}
        keyOf={({ row }) => String(row)}
      />
      {found.hasNextPage && (
        <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          显示更多
        </Button>
      )}
    </>
  );
}
