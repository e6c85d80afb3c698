import { useQuery } from '@tanstack/react-query';
import { generatePath, Link } from 'react-router';
import { listPrintVenues, type PrintVenue } from '@zikao/contract/prints';
import { query } from '#api/query';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { Card } from '#ui/Card';
import { type Column, DataTable } from '#ui/DataTable';
import { EmptyState } from '#ui/EmptyState';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { FindTicket } from './FindTicket.tsx';
import { PrintList } from './PrintList.tsx';
import './prints.css';

const columns: Column<PrintVenue>[] = [
  {
    id: 'name',
    title: '考点',
    head: true,
    cell: ({ id, code, name }) => (
      <>
        <Link to={generatePath(paths.printVenue, { venue: id })}>{name}</Link>{' '}
        <span className="muted small num">{code}</span>
      </>
    ),
  },
  { id: 'rooms', title: '考场场次', align: 'end', cell: ({ rooms }) => <span className="num">{rooms}</span> },
  { id: 'people', title: '座次', align: 'end', cell: ({ people }) => <span className="num">{people}</span> },
];

/** 打印: what hangs in the rooms and lies on the desks, and a candidate's 通知单 once more. */
export function PrintsPage() {
  const { data, error, refetch } = useQuery(query(listPrintVenues, {}));
  return (
    <div className="staff-page prints">
      <PageTitle title="打印">
        <p>
          {data?.session ? `${data.session.name}考试：` : ''}
          按考点打印门贴、桌贴、签到表和考场座次通知单，或为一名考生补打通知单。
        </p>
      </PageTitle>
      <FindTicket />
      <Card title="考点">
        {!data && (error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton lines={5} />)}
        {data && (
          <DataTable
            caption="已公布座次的考点"
            hideCaption
            columns={columns}
            items={data.items}
            keyOf={({ id }) => id}
            empty={
              <EmptyState title="还没有公布的座次">
                <p>座次编排公布后，这里列出各考点和考场。</p>
              </EmptyState>
            }
          />
        )}
      </Card>
      <PrintList />
    </div>
  );
}
