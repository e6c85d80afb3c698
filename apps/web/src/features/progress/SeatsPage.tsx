import { useQuery } from '@tanstack/react-query';
import { enrolmentLifecycle } from '@zikao/contract/enrolments';
import { listSittings, type SessionSittings, type Sitting } from '@zikao/contract/sittings';
import { query } from '#api/query';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { ButtonLink } from '#ui/Button';
import { Card } from '#ui/Card';
import { type Column, DataTable } from '#ui/DataTable';
import { formatLongMoment, formatSpan, formatWeekday } from '#ui/dates';
import { EmptyState } from '#ui/EmptyState';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { Tag } from '#ui/Tag';
import './progress.css';

/** 报考与座位: every enrolment with its 考生状态, its courses and, once published, where each is sat. */
export function SeatsPage() {
  const { data, error, refetch } = useQuery(query(listSittings, {}));
  return (
    <div className="wrap">
      <PageTitle title="报考与座位">
        <p>考场和座位编排公布后，在这里显示；打印时间里可以打印考场座次通知单。</p>
      </PageTitle>
      {!data && (error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton lines={6} />)}
      {data?.items.length === 0 && (
        <EmptyState
          title="还没有报考"
          actions={
            <ButtonLink look="primary" to={paths.enrolment}>
              报考信息填报
            </ButtonLink>
          }
        >
          <p>提交报考信息后，考生状态会显示在这里。</p>
        </EmptyState>
      )}
      <div className="stack">
        {data?.items.map((sent) => (
          <Sent key={sent.enrolment} sent={sent} />
        ))}
      </div>
    </div>
  );
}

const TONES = { draft: 'wait', pending: 'info', approved: 'ok', rejected: 'no', setAside: 'info' } as const;

function Sent({ sent }: { sent: SessionSittings }) {
  const { session, state, submittedAt, district, major, items, print } = sent;
  return (
    <Card
      title={`${session.name}考试`}
      side={
        <span className="row">
          考生状态 <Tag tone={TONES[state]}>{enrolmentLifecycle.states[state]}</Tag>
        </span>
      }
    >
      <p className="muted small">
        {major.name}（<span className="num">{major.code}</span>），报考考区 {district}，
        {formatLongMoment(submittedAt)} 提交
      </p>
      <DataTable
        caption={`${session.name}考试的课程与座位`}
        hideCaption
        columns={columnsOf(sent)}
        items={items}
        keyOf={({ code }) => code}
      />
      <p className="sittings__print">
        {print?.open && state === 'approved' ? (
          <ButtonLink look="primary" to={paths.seatNotice}>
            打印考场座次通知单
          </ButtonLink>
        ) : (
          <span className="muted">
            {print
              ? `打印考场座次通知单的时间：${formatSpan(print.opensAt, print.closesAt)}`
              : '打印考场座次通知单的时间还没有公布'}
          </span>
        )}
      </p>
    </Card>
  );
}

function columnsOf({ seatsAt, state }: SessionSittings): Column<Sitting>[] {
  return [
    {
      id: 'name',
      title: '课程',
      head: true,
      cell: ({ name, code }) => (
        <>
          {name} <span className="num muted plan-code">{code}</span>
        </>
      ),
    },
    { id: 'when', title: '考试时间', cell: ({ slot }) => (slot ? whenText(slot) : '以通知单为准') },
    ...(seatsAt
      ? [
          {
            id: 'venue',
            title: '考点',
            cell: ({ seat }: Sitting) =>
              seat ? (
                <>
                  {seat.venue}
                  <div className="small muted">{seat.address}</div>
                </>
              ) : (
                '还没有安排座位，请联系报考考区'
              ),
          },
          {
            id: 'seat',
            title: '考场与座位',
            cell: ({ seat }: Sitting) =>
              seat ? (
                <b className="sittings__seat">
                  {seat.room} 考场 {seat.seat} 号
                </b>
              ) : (
                '–'
              ),
          },
        ]
      : [
          {
            id: 'venue',
            title: '考点、考场与座位',
            cell: () => (
              <span className="muted">{state === 'approved' ? '编排公布后显示' : '审核通过后编排'}</span>
            ),
          },
        ]),
  ];
}

const whenText = ({ date, part, start, end }: NonNullable<Sitting['slot']>) =>
  `${formatWeekday(`${date}T12:00:00+08:00`)} ${part === 'am' ? '上午' : '下午'} ${start} – ${end}`;
