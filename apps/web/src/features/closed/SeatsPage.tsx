import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { enrolmentLifecycle, listEnrolments } from '@zikao/contract/enrolments';
import { query } from '#api/query';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { ButtonLink } from '#ui/Button';
import { Card } from '#ui/Card';
import { formatLongMoment } from '#ui/dates';
import { EmptyState } from '#ui/EmptyState';
import { PageTitle } from '#ui/PageTitle';
import { Rows } from '#ui/Rows';
import { Skeleton } from '#ui/Spinner';
import { Tag } from '#ui/Tag';
import './closed.css';

type Sent = z.output<NonNullable<typeof listEnrolments.returns>>['items'][number];

const TONES = { draft: 'wait', pending: 'info', approved: 'ok', rejected: 'no', setAside: 'info' } as const;

/** 报考与座位: every enrolment with its 考生状态; seats come with the seat notice. */
export function SeatsPage() {
  const { data, error, refetch } = useQuery(query(listEnrolments, {}));
  return (
    <div className="wrap">
      <PageTitle title="报考与座位">
        <p>考场和座位编排后，在打印考场座次通知单的时间里显示。</p>
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
          <SentCard key={sent.id} sent={sent} />
        ))}
      </div>
    </div>
  );
}

function SentCard({ sent: { session, state, submittedAt, groups } }: { sent: Sent }) {
  return (
    <Card
      title={`${session}考试`}
      side={
        <span className="row">
          考生状态 <Tag tone={TONES[state]}>{enrolmentLifecycle.states[state]}</Tag>
        </span>
      }
    >
      {submittedAt && <p className="muted small num">{formatLongMoment(submittedAt)} 提交</p>}
      {groups.map(({ title, rows }) => (
        <Rows
          key={title}
          title={title}
          rows={rows.map(({ label, text }) => ({ label, value: <span className="lines">{text}</span> }))}
        />
      ))}
    </Card>
  );
}
