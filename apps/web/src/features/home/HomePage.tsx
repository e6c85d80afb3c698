import { useQuery } from '@tanstack/react-query';
import { listApplications } from '@zikao/contract/applications/endpoints';
import { getProfile } from '@zikao/contract/candidates';
import { getEnrolment } from '@zikao/contract/enrolments';
import { query } from '#api/query';
import { serverTime, siteQuery } from '#api/session';
import { Failure } from '#forms/Failure';
import { Card } from '#ui/Card';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { Applications } from './Applications.tsx';
import { Happenings } from './Happenings.tsx';
import { nextAction } from './next-action.ts';
import { NextCard } from './NextCard.tsx';
import { Progress } from './Progress.tsx';
import { progressOf } from './progress-rows.ts';
import { StudyCard } from './StudyCard.tsx';
import { Unread } from './Unread.tsx';
import './home.css';

/** 首页: what to do now, until when; how far this exam session is; what happened. */
export function HomePage() {
  const site = useQuery(siteQuery);
  const profile = useQuery(query(getProfile, {}));
  const mine = useQuery(query(getEnrolment, {}));
  const applications = useQuery(query(listApplications, {}));
  const failed = [site, profile, mine, applications].find(({ isError, data }) => isError && !data);

  if (failed)
    return (
      <div className="wrap home">
        <PageTitle title="首页" hidden />
        <Failure error={failed.error} onRetry={() => void failed.refetch()} />
      </div>
    );
  if (!site.data || !profile.data || !mine.data || !applications.data)
    return (
      <div className="wrap home">
        <PageTitle title="首页" hidden />
        <Card>
          <Skeleton lines={6} />
        </Card>
      </div>
    );

  const { enrolment, gate } = mine.data;
  const filed = applications.data.items;
  const now = serverTime(site.data, site.dataUpdatedAt);
  return (
    <div className="wrap home">
      <PageTitle title="首页" hidden />
      <div className="stack">
        <NextCard action={nextAction(profile.data, enrolment, site.data, filed, gate)} now={now} />
        <Progress rows={progressOf(profile.data, enrolment, site.data.session, now)} />
      </div>
      <div className="stack">
        <Unread />
        <StudyCard />
        <Applications filed={filed} />
        <Happenings profile={profile.data} enrolment={enrolment} filed={filed} />
      </div>
    </div>
  );
}
