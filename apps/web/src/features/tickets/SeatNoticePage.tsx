import { useQuery } from '@tanstack/react-query';
import { getTicket, type Ticket } from '@zikao/contract/tickets';
import { query } from '#api/query';
import { serverTime, siteQuery } from '#api/session';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { ButtonLink } from '#ui/Button';
import { ClosedState } from '#ui/ClosedState';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { State } from '#ui/State';
import { TicketPaper } from './TicketPaper.tsx';
import './ticket.css';

const TITLE = '考场座次通知单';

/** 打印 - 考场座次通知单. */
export function SeatNoticePage() {
  const { data, error, refetch } = useQuery(query(getTicket, {}));
  if (data?.paper) return <TicketPaper paper={data.paper} session={data.session?.name ?? ''} />;
  return (
    <div className="wrap">
      <PageTitle title={TITLE} />
      {!data && (error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton lines={8} />)}
      {data && <NotNow ticket={data} />}
    </div>
  );
}

/** Why there is no paper, what to do, and when. */
function NotNow({ ticket: { state, title, detail, window } }: { ticket: Ticket }) {
  const { data: site, dataUpdatedAt } = useQuery(siteQuery);
  const actions = NEXT[state] ?? HOME;
  if (state === 'closed' || state === 'noSession') {
    const over = Boolean(site && window && serverTime(site, dataUpdatedAt) >= Date.parse(window.closesAt));
    return (
      <ClosedState name="打印考场座次通知单" {...window} over={over} actions={actions}>
        <p>届时考场座次通知单和《青海省高等教育自学考试考场规则》一并打印，请遵守考场规则，诚信参考。</p>
      </ClosedState>
    );
  }
  return (
    <State title={title} actions={actions}>
      <p>{detail}</p>
    </State>
  );
}

const HOME = <ButtonLink to={paths.home}>回到首页</ButtonLink>;
const SEE_ENROLMENT = <ButtonLink to={paths.enrolment}>查看报考信息</ButtonLink>;
const ASK = <ButtonLink to={paths.districts}>查看各考区</ButtonLink>;
const NEXT: Partial<Record<Ticket['state'], typeof HOME>> = {
  notEnrolled: SEE_ENROLMENT,
  notApproved: SEE_ENROLMENT,
  noSeat: ASK,
};
