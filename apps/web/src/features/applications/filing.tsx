import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { inProvince, type Kind, requirementsText } from '@zikao/contract/applications/kind';
import type { Application } from '@zikao/contract/applications/shapes';
import { getPicture } from '@zikao/contract/candidates';
import { pathOf } from '#api/client';
import { siteQuery } from '#api/session';
import { type Filing, reachedStep } from '#forms/filing';
import { formatMoment } from '#ui/dates';
import { Notice } from '#ui/Notice';
import { TicketLink } from './TicketLink.tsx';
import { applicationPath, kindPath, stepPath, tablesQuery, useApplicationCalls } from './use-application.ts';

export const pictureUrl = (id: string) => pathOf(getPicture, { params: { id } });

/** Any kind of application, for the common wizard. */
export function useApplicationFiling(kind: Kind, application: Application): Filing {
  const { id, answers, agreement, window } = application;
  const navigate = useNavigate();
  const { data: site } = useQuery(siteQuery);
  const { submit, ...calls } = useApplicationCalls(id);
  const agreed = agreement?.version === kind.version;
  const first = kind.form.steps[0]!.kind === 'notice';
  return {
    form: kind.form,
    draft: { ...application, agreed: agreed ? agreement?.version : undefined },
    reached: reachedStep(kind.form, answers, agreed || !first),
    review: application,
    pathOf: (step) => stepPath(kind.key, id, step),
    entry: kindPath(kind.key),
    calls: {
      ...calls,
      async submit(version, key) {
        await submit(version, key);
        await navigate(applicationPath(kind.key, id));
      },
    },
    tables: () => tablesQuery(kind, id),
    notice: {
      title: kind.title,
      version: kind.version,
      body: inProvince(requirementsText(kind), site?.province ?? ''),
    },
    ...(kind.ticketAsProof && { noticeEnd: <TicketLink /> }),
    pictureUrl,
    closing: <Closing kind={kind} window={window} />,
  };
}

/** What comes after 提交审核, or that it is too late. */
function Closing({ kind: { onSite, afterwards }, window }: { kind: Kind; window: Application['window'] }) {
  const where = onSite?.at === 'province' ? '省考办' : '办理考区';
  if (window && !window.open)
    return (
      <Notice tone="wait">
        <p>办理时间已于 {formatMoment(window.closesAt)} 截止，现在不能提交。填写的内容都保留着。</p>
      </Notice>
    );
  return (
    <Notice>
      <p>
        {onSite && `提交后，请本人携带：${onSite.papers.join('；')}，前往${where}现场审核。`}
        {afterwards && `提交后，${afterwards}`}
        {window && `请在 ${formatMoment(window.closesAt)} 前提交。`}
        审核开始前可以撤回，审核结果会发消息通知您。
      </p>
    </Notice>
  );
}
