import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { getOfficeBoard, PROVINCE_OFFICE } from '@zikao/contract/oversight';
import { Refused } from '#api/client';
import { query } from '#api/query';
import { PERIODS } from './periods.ts';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { ButtonLink } from '#ui/Button';
import { EmptyState } from '#ui/EmptyState';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { BoardFilter } from './BoardFilter.tsx';
import { OfficeParts } from './OfficeParts.tsx';
import { useBoardFilter } from './use-board-filter.ts';
import './board.css';

/** One office's board. */
export function OfficeBoardPage() {
  const { office = '' } = useParams();
  const { filter, setFilter, asked, search } = useBoardFilter();
  const { data, error, refetch } = useQuery({
    ...query(getOfficeBoard, { params: { office }, query: asked }),
    placeholderData: (before) => before,
  });
  const back = { pathname: paths.board, search };
  if (error instanceof Refused && error.problem.code === 'notFound')
    return (
      <div className="staff-page board">
        <PageTitle title="没有这个考区" hidden />
        <EmptyState title="没有这个考区" actions={<ButtonLink to={back}>返回各考区看板</ButtonLink>} />
      </div>
    );
  const name = data?.total.name ?? '';
  const period = PERIODS[filter.period];
  return (
    <div className="staff-page board">
      <PageTitle
        title={name ? `${name}${office === PROVINCE_OFFICE ? '' : '考区'}的看板` : '看板'}
        side={<ButtonLink to={back}>返回各考区看板</ButtonLink>}
      >
        <p>期间为{period}。点待审、通过、不通过的数字，打开这类待办的列表。</p>
      </PageTitle>
      <BoardFilter filter={filter} onChange={setFilter} />
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={10} />}
      {data && <OfficeParts board={data} period={period} />}
    </div>
  );
}
