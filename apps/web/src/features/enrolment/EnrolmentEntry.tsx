import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { beginEnrolment, type Enrolment, enrolmentLifecycle } from '@zikao/contract/enrolments';
import { call, newKey } from '#api/client';
import { Failure } from '#forms/Failure';
import { Preview } from '#forms/Preview';
import { Problem } from '#forms/Problem';
import { reasonsByField } from '#forms/reasons-by-field';
import { paths } from '#paths';
import { Button, ButtonLink } from '#ui/Button';
import { Card } from '#ui/Card';
import { formatMoment } from '#ui/dates';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { State } from '#ui/State';
import { Tag, type Tone } from '#ui/Tag';
import { Timeline } from '#ui/Timeline';
import { Standing } from './Standing.tsx';
import { stepPath, useEnrolment, useEnrolmentCalls } from './use-enrolment.ts';

const TONES: Record<Enrolment['state'], Tone> = {
  draft: 'wait',
  pending: 'wait',
  approved: 'ok',
  rejected: 'no',
  setAside: 'info',
};

/** 报考信息填报: 考生状态, what to do now, and 我要报考. */
export function EnrolmentEntry() {
  const navigate = useNavigate();
  const { put } = useEnrolmentCalls();
  const { data, error, refetch } = useEnrolment();
  const begin = useMutation({
    mutationFn: () => call(beginEnrolment, {}, { key: newKey() }),
    onSuccess(answer) {
      put(answer);
      void navigate(stepPath(answer.agreement && answer.submission ? 'form' : 'notice'));
    },
    onError: () => void refetch(),
  });
  if (!data)
    return (
      <div className="wrap wizard">
        {error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton />}
      </div>
    );
  const { gate, enrolment } = data;
  const state = enrolment?.state ?? 'draft';
  const label = !enrolment?.submission
    ? '我要报考'
    : state === 'rejected'
      ? '修改报考信息后重新提交'
      : '修改报考信息';
  return (
    <div className="wrap wizard">
      <PageTitle title="报考信息填报">{enrolment && `${enrolment.session.name}考试`}</PageTitle>
      <Problem error={begin.error} />
      {gate && (
        <State title={gate.title} actions={<GateAction reason={gate.reason} />}>
          <p>{gate.detail}</p>
        </State>
      )}
      {(!gate || enrolment?.submission) && (
        <Card
          title="考生状态"
          side={<Tag tone={TONES[state]}>{enrolmentLifecycle.states[state]}</Tag>}
          needsYou={!gate && (state === 'draft' || state === 'rejected')}
        >
          <Standing enrolment={enrolment} />
          {!gate && (
            <div className="row">
              <Button
                look={state === 'pending' || state === 'approved' ? 'ghost' : 'primary'}
                busy={begin.isPending}
                onClick={() => begin.mutate()}
              >
                {label}
              </Button>
            </div>
          )}
        </Card>
      )}
      {enrolment?.submission && (
        <>
          <Preview groups={enrolment.submission.groups} said={reasonsByField(enrolment)} />
          <p className="muted">
            第 {enrolment.submission.no} 次提交，{formatMoment(enrolment.submission.at)}
          </p>
          <Card title="办理过程">
            <Timeline
              items={enrolment.timeline.map(({ at, label: title, note }) => ({
                id: at + title,
                at,
                title,
                ...(note && { detail: note }),
              }))}
            />
          </Card>
        </>
      )}
    </div>
  );
}

/** What can be done about it, where something can. */
function GateAction({ reason }: { reason: 'profile' | 'record' | 'window' | 'session' }) {
  if (reason === 'record') return <ButtonLink to={paths.passed}>查看考籍状态</ButtonLink>;
  if (reason !== 'profile') return null;
  return (
    <ButtonLink look="primary" to={paths.profile}>
      基本信息填报
    </ButtonLink>
  );
}
