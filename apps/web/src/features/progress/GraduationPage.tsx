import { useQuery } from '@tanstack/react-query';
import { generatePath, Link } from 'react-router';
import { getProgress, type Progress } from '@zikao/contract/progress';
import { query } from '#api/query';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { ButtonLink } from '#ui/Button';
import { Card } from '#ui/Card';
import { EmptyState } from '#ui/EmptyState';
import { Notice } from '#ui/Notice';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { Conditions } from './Conditions.tsx';
import { Courses } from './Courses.tsx';
import { Picture } from './Picture.tsx';
import './progress.css';

/** 毕业进度: the plan of one's major against one's record, as a picture with a table beside it. */
export function GraduationPage() {
  const { data, error, refetch } = useQuery(query(getProgress, { query: {} }));
  return (
    <div className="wrap">
      <PageTitle title="毕业进度">
        {data?.progress && (
          <p>
            {data.progress.major.name}（{data.progress.major.level}），
            <Link to={generatePath(paths.plan, { code: data.progress.major.code })}>
              开考计划版本 {data.progress.version}
            </Link>
          </p>
        )}
      </PageTitle>
      {!data && (error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton lines={6} />)}
      {data && !data.progress && (
        <EmptyState
          title="还没有选定专业，或专业的开考计划还没有公布"
          actions={<ButtonLink to={paths.catalogue}>看开考专业与课程表</ButtonLink>}
        >
          <p>报考时选定专业后，这里按该专业的开考计划显示已合格和还差的课程。</p>
        </EmptyState>
      )}
      {data?.progress && <Compared progress={data.progress} />}
    </div>
  );
}

const NEXT = {
  enrolment: { to: paths.enrolment, label: '报考信息填报' },
  catalogue: { to: paths.catalogue, label: '看开考计划与课程表' },
  notices: { to: paths.notices, label: '看通知公告' },
  districts: { to: paths.districts, label: '看考区地址与办公时间' },
  seats: { to: paths.seats, label: '看报考与座位' },
} as const;

function Compared({ progress }: { progress: Progress }) {
  const { obstacles, groups, conditions, also, next, source } = progress;
  return (
    <div className="stack">
      {obstacles.slice(1).map(({ key, title, detail }) => (
        <Notice key={key} tone="wait" title={title}>
          <p>{detail}</p>
        </Notice>
      ))}
      <Card
        needsYou={!progress.complete}
        title="下一步"
        side={<ButtonLink to={NEXT[next.to].to}>{NEXT[next.to].label}</ButtonLink>}
      >
        <p>{next.text}</p>
      </Card>
      <div className="graduation">
        <div className="stack">
          <Card title="完成情况" className="graduation__picture">
            <Totals progress={progress} />
            <Picture groups={groups} />
          </Card>
          <Card title="毕业条件">
            <Conditions items={conditions} />
            <p>毕业申请时还要：</p>
            <ul className="graduation__also">
              {also.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Card>
        </div>
        <Card title="课程">
          <Courses groups={groups} />
          <p className="muted small">
            按现行开考计划计算，供参考；能否毕业以省考办审定为准。{source && `计划来源：${source}`}
          </p>
        </Card>
      </div>
    </div>
  );
}

function Totals({ progress: { courses, credits } }: { progress: Progress }) {
  const text = (of: typeof courses, unit: string) =>
    `${of.done}${of.needed === null ? '' : ` / ${of.needed}`} ${unit}${of.inProgress ? `（另有 ${of.inProgress} ${unit}在考）` : ''}`;
  return (
    <dl className="graduation__totals">
      <div>
        <dt>课程</dt>
        <dd>{text(courses, '门')}</dd>
      </div>
      <div>
        <dt>学分</dt>
        <dd>{text(credits, '学分')}</dd>
      </div>
    </dl>
  );
}
