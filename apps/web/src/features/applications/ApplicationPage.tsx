import { useParams } from 'react-router';
import type { Kind } from '@zikao/contract/applications/kind';
import type { Application } from '@zikao/contract/applications/shapes';
import { Preview } from '#forms/Preview';
import { reasonsByField } from '#forms/reasons-by-field';
import { ButtonLink } from '#ui/Button';
import { Card } from '#ui/Card';
import { formatLongMoment } from '#ui/dates';
import { NotFoundPage } from '#ui/NotFoundPage';
import { PageTitle } from '#ui/PageTitle';
import { Tag } from '#ui/Tag';
import { APPLICATION_TONES } from '#ui/tones';
import { Timeline } from '#ui/Timeline';
import { Earlier } from './Earlier.tsx';
import { pictureUrl } from './filing.tsx';
import { useKind } from './kinds.ts';
import { NextStep } from './NextStep.tsx';
import { Opened } from './Opened.tsx';
import { kindPath } from './use-application.ts';

/** 查看: an application as it was submitted, where it stands and what comes next. */
export function ApplicationPage() {
  const kind = useKind();
  const { id = '' } = useParams();
  if (!kind) return <NotFoundPage />;
  return (
    <Opened kind={kind} id={id}>
      {(application) => <Shown kind={kind} application={application} />}
    </Opened>
  );
}

function Shown({ kind, application }: { kind: Kind; application: Application }) {
  const { reference, state, stateName, submission, outcome, earlier, timeline, session } = application;
  return (
    <div className="wrap wizard">
      <PageTitle
        title={`${kind.title} ${reference}`}
        side={<Tag tone={APPLICATION_TONES[state]}>{stateName}</Tag>}
      >
        {session}考试
        {submission && (
          <span className="num">
            ，{submission.no > 1 && `第 ${submission.no} 次提交，`}
            {formatLongMoment(submission.at)} 提交
          </span>
        )}
      </PageTitle>
      <NextStep kind={kind} application={application} />
      {outcome.length > 0 && <Preview groups={outcome} />}
      {submission && (
        <Preview groups={submission.groups} pictureUrl={pictureUrl} said={reasonsByField(application)} />
      )}
      {timeline.length > 0 && (
        <Card title="办理过程">
          <Timeline
            items={timeline.map(({ at, label, note }) => ({
              id: at + label,
              at,
              title: label,
              ...(note && { detail: note }),
            }))}
          />
        </Card>
      )}
      <Earlier submissions={earlier} />
      <p>
        <ButtonLink to={kindPath(kind.key)}>返回{kind.title}</ButtonLink>
      </p>
    </div>
  );
}
