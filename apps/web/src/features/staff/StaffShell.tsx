import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { generatePath, useLocation, useNavigate } from 'react-router';
import { listAnnouncements } from '@zikao/contract/announcements';
import type { Session, SessionEnd } from '@zikao/contract/identity';
import { permits, ROLE_NAMES } from '@zikao/contract/permissions';
import { getCounts, QUEUES } from '@zikao/contract/review';
import { getSpotCheckWork } from '@zikao/contract/spot-checks';
import { onSignedOut } from '#api/client';
import { query } from '#api/query';
import { sessionQuery, siteQuery } from '#api/session';
import { IdleWarning } from '#forms/IdleWarning';
import { useSignOut } from '#forms/use-sign-out';
import { paths } from '#paths';
import { Button, ButtonLink } from '#ui/Button';
import { Dialog } from '#ui/Dialog';
import { EmptyState } from '#ui/EmptyState';
import { PageTitle } from '#ui/PageTitle';
import { StaffLayout } from '#ui/StaffLayout';
import { accessOf } from './access-of.ts';
import { ENDED, ENDED_OTHERWISE } from './ended.ts';
import './staff.css';

interface Props {
  session: Session;
  /** The session has ended, though the page is still there; `ended`: how, if the province did it. */
  over: boolean;
  ended?: SessionEnd | undefined;
  children: ReactNode;
}

/** What surrounds a signed-in officer's page: the queues with what waits in them, today's work, the idle warning. */
export function StaffShell({ session, over, ended, children }: Props) {
  const client = useQueryClient();
  const { pathname } = useLocation();
  const exit = useSignOut(paths.staffSignIn);
  const { data: site } = useQuery(siteQuery);
  const reviews = permits('review.read', session.role);
  const { data: news } = useQuery({
    ...query(listAnnouncements, { query: { limit: 1 } }),
    enabled: permits('announcement.read', session.role) && !over,
    staleTime: 60_000, // every look of an officer is in the trail: not one per page
  });
  const unread = news?.unread ?? 0;
  const { data: again } = useQuery({
    ...query(getSpotCheckWork, {}),
    enabled: permits('spotCheck.do', session.role) && !over,
    staleTime: 60_000,
  });
  const toLookAt = again?.waiting ?? 0;
  const { data: counts } = useQuery({ ...query(getCounts, {}), enabled: reviews && !over });

  useEffect(() => {
    // Asked rather than assumed: the server may know how it ended.
    onSignedOut(() => {
      void client
        .fetchQuery({ ...sessionQuery, staleTime: 0 })
        .catch(() => client.setQueryData(sessionQuery.queryKey, { session: null }));
    });
    return () => onSignedOut(() => {});
  }, [client]);

  const queues = Object.entries(QUEUES).map(([queue, label]) => {
    const count = counts?.queues.find((one) => one.queue === queue)?.pending;
    return { label, to: generatePath(paths.queue, { queue }), ...(count !== undefined && { count }) };
  });
  const tools = [
    { label: '合档', to: paths.merges },
    { label: '打印', to: paths.prints },
    { label: '现场', to: paths.desk },
    { label: '更换与释放', to: paths.deskRequests },
    { label: '考次与时间', to: paths.sessions },
    { label: '专业与计划', to: generatePath(paths.catalogueTable, { table: 'majors' }) },
    { label: '考点与考场', to: paths.venues },
    { label: '考场编排', to: paths.seating },
    { label: '成绩管理', to: paths.scoreSessions },
    { label: '考籍恢复', to: paths.frozen },
    { label: '公告与文本', to: paths.texts },
    { label: '消息', to: paths.messaging },
    { label: '通知', to: paths.announcements, ...(unread > 0 && { count: unread }) },
    { label: '各考区看板', to: paths.board },
    { label: '抽样复查', to: paths.spotChecks },
    { label: '复查', to: paths.spotCheckWork, ...(toLookAt > 0 && { count: toLookAt }) },
    { label: '审核统计', to: paths.statistics },
    { label: '不通过原因', to: paths.reasons },
    { label: '导出', to: paths.exports },
    { label: '工作人员', to: paths.staffAccounts },
  ].filter(({ to }) => permits(accessOf(to), session.role));
  const { decidedToday, medianSeconds } = counts ?? {};
  return (
    <>
      <StaffLayout
        site={{ platform: site?.platform ?? '审核工作台' }}
        office={session.district ? `${session.district.name}考区` : ROLE_NAMES[session.role]}
        person={session}
        nav={reviews ? queues : [{ label: '审计记录', to: paths.audit }]}
        tools={tools}
        today={
          counts && permits('review.decide', session.role)
            ? `今日已审 ${decidedToday}${medianSeconds ? `　中位 ${Math.round(medianSeconds)} 秒` : ''}`
            : undefined
        }
        onSignOut={exit.start}
      >
        {permits(accessOf(pathname), session.role) ? children : <NotYours />}
      </StaffLayout>
      {site && !over && <IdleWarning session={session} signIn={paths.staffSignIn} />}
      <Ended open={over} how={ended} />
      {exit.dialog}
    </>
  );
}

function NotYours() {
  return (
    <div className="wrap staff-state">
      <PageTitle title="不能查看" hidden />
      <EmptyState
        title="您的账号不能查看这一页"
        actions={<ButtonLink to={paths.staff}>回到工作台</ButtonLink>}
      />
    </div>
  );
}

function Ended({ open, how }: { open: boolean; how: SessionEnd | undefined }) {
  const navigate = useNavigate();
  const from = useLocation();
  const { title, text } = how ? ENDED[how] : ENDED_OTHERWISE;
  // Whose account was changed may have to work elsewhere from now on.
  const state = how ? {} : { from };
  return (
    <Dialog
      open={open}
      title={title}
      actions={
        <Button look="primary" onClick={() => void navigate(paths.staffSignIn, { state })}>
          {how === 'deactivated' ? '回到登录页' : '重新登录'}
        </Button>
      }
    >
      <p>{text}</p>
    </Dialog>
  );
}
