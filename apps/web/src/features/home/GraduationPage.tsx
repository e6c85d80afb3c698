import { useQuery } from '@tanstack/react-query';
import { getEnrolment } from '@zikao/contract/enrolments';
import { STANDINGS } from '@zikao/contract/records';
import { query } from '#api/query';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { ButtonLink } from '#ui/Button';
import { Card } from '#ui/Card';
import { EmptyState } from '#ui/EmptyState';
import { Notice } from '#ui/Notice';
import { PageTitle } from '#ui/PageTitle';
import { Ring } from '#ui/Ring';
import { Skeleton } from '#ui/Spinner';
import { PlanTable } from './PlanTable.tsx';
import { ownPassesOf, studyOf } from './study.ts';
import { useStudy } from './use-study.ts';
import './home.css';

/** 毕业进度: the plan of one's major against one's record, course by course. */
export function GraduationPage() {
  const mine = useQuery(query(getEnrolment, {}));
  const { code, plan, record } = useStudy(mine.data?.enrolment ?? null);
  const failed = [mine, record, plan].find(({ isError }) => isError);
  const own = plan.data && record.data && ownPassesOf(plan.data, record.data.items);
  const study = plan.data && record.data && studyOf(plan.data, record.data.items);

  return (
    <div className="wrap">
      <PageTitle title="毕业进度" />
      {failed && <Failure error={failed.error} onRetry={() => void failed.refetch()} />}
      {!failed && mine.data && !code && (
        <EmptyState
          title="还没有选定专业"
          actions={<ButtonLink to={paths.catalogue}>看开考专业与课程表</ButtonLink>}
        >
          <p>报考时选定专业后，这里按该专业的开考计划显示已合格和还差的课程。</p>
        </EmptyState>
      )}
      {!failed && !(mine.data && !code) && !(plan.data && record.data) && <Skeleton lines={6} />}
      {record.data?.standing.detail && (
        <Notice tone="wait" title={`考籍状态：${STANDINGS[record.data.standing.state]}`}>
          <p>{record.data.standing.detail}</p>
        </Notice>
      )}
      {!failed && plan.data && record.data && (
        <div className="home">
          <Card title="课程">
            <PlanTable courses={plan.data.courses} record={record.data.items} />
          </Card>
          <Card title={plan.data.major.name} side={<span className="muted">{plan.data.major.level}</span>}>
            {study && (
              <>
                <Ring
                  value={study.credits}
                  total={study.total}
                  unit="学分"
                  label={`已修 ${study.credits} 学分，共 ${study.total} 学分`}
                />
                <p>
                  已合格 {study.done} 门{study.left > 0 && `，还差 ${study.left} 门`}。
                </p>
              </>
            )}
            {own && (
              <p>
                有转入课程的，毕业前须在本省考试合格 {own.needed} 门以上，现在有 {own.have} 门。
              </p>
            )}
            <p className="muted small">
              按现行开考计划（{plan.data.version}）计算，供参考；能否毕业以省考办审定为准。
            </p>
          </Card>
        </div>
      )}
    </div>
  );
}
