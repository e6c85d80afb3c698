import { useQuery, useQueryClient } from '@tanstack/react-query';
import { generatePath, useParams } from 'react-router';
import { getSession } from '@zikao/contract/sessions';
import { query } from '#api/query';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { ButtonLink } from '#ui/Button';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { allRows } from './calls.ts';
import { SlotCourses } from './SlotCourses.tsx';
import { shownOfferings } from './tables.ts';
import { Tools } from './Tools.tsx';
import './catalogue.css';

/** 开考课程 of a session, half-day by half-day. */
export function OfferingsPage() {
  const { session = '' } = useParams();
  const client = useQueryClient();
  const shown = shownOfferings(session);
  const planned = useQuery(query(getSession, { params: { session } }));
  const offered = useQuery({
    queryKey: ['catalogue', 'offerings', session],
    queryFn: () => allRows(shown.calls),
  });
  const renew = () => void client.invalidateQueries();
  const error = planned.error ?? offered.error;
  if (error) return <Failure error={error} onRetry={renew} />;
  if (!planned.data || !offered.data) return <Skeleton lines={8} />;
  const { name, slots } = planned.data;
  return (
    <div className="staff-page catalogue">
      <PageTitle title={`${name} 开考课程`} side={<Tools shown={shown} onChange={renew} />}>
        <p>
          共 {offered.data.length} 门。已有考生报考的课程不能改场次或取消。
          <ButtonLink to={generatePath(paths.session, { session })} size="small" look="plain">
            回到考次
          </ButtonLink>
        </p>
      </PageTitle>
      {slots.map((slot) => (
        <SlotCourses
          key={slot.no}
          slot={slot}
          shown={shown}
          rows={offered.data.filter(({ cells }) => cells.slot === slot.no)}
          onChange={renew}
        />
      ))}
    </div>
  );
}
