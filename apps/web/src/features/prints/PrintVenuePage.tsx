import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { getPrintVenue, type PrintVenueRooms } from '@zikao/contract/prints';
import { Refused } from '#api/client';
import { query } from '#api/query';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { ButtonLink } from '#ui/Button';
import { EmptyState } from '#ui/EmptyState';
import { NotFound } from '#ui/NotFound';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { PrintList } from './PrintList.tsx';
import { SlotRooms } from './SlotRooms.tsx';
import { StartPrint } from './StartPrint.tsx';
import './prints.css';

/** One venue: everything at once in the background, or one room's paper right away. */
export function PrintVenuePage() {
  const { venue = '' } = useParams();
  const { data, error, refetch } = useQuery(query(getPrintVenue, { params: { id: venue } }));
  if (error instanceof Refused && error.problem.code === 'notFound') return <NotFound />;
  if (error instanceof Refused && error.problem.code === 'print.nothing') return <Nothing />;
  if (!data) return error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton lines={8} />;
  return <Rooms data={data} />;
}

const BACK = (
  <ButtonLink to={paths.prints} size="small" look="plain">
    全部考点
  </ButtonLink>
);

function Nothing() {
  return (
    <div className="staff-page prints">
      <PageTitle title="打印" hidden />
      <EmptyState title="还没有公布的座次" actions={BACK}>
        <p>座次公布后可以打印。座次撤回的，以前打印的作废。</p>
      </EmptyState>
    </div>
  );
}

function Rooms({ data: { venue, session, slots } }: { data: PrintVenueRooms }) {
  const inUse = slots.filter(({ rooms }) => rooms.length > 0);
  if (inUse.length === 0) return <Nothing />;
  return (
    <div className="staff-page prints">
      <PageTitle title={`打印：${venue.name}`}>
        <p className="row">
          <span>{session.name}考试</span>
          <span className="muted num">考点代码 {venue.code}</span>
          {BACK}
        </p>
      </PageTitle>
      <StartPrint venue={venue.id} slots={inUse} />
      <PrintList />
      {inUse.map((slot) => (
        <SlotRooms key={slot.no} venue={venue} slot={slot} />
      ))}
    </div>
  );
}
