import { useQuery } from '@tanstack/react-query';
import { generatePath, Link } from 'react-router';
import { releaseLifecycle } from '@zikao/contract/score-imports';
import { listScoreSessions, type ScoreSessionHead } from '@zikao/contract/score-office';
import { query } from '#api/query';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { Card } from '#ui/Card';
import { type Column, DataTable } from '#ui/DataTable';
import { formatLongMoment } from '#ui/dates';
import { EmptyState } from '#ui/EmptyState';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { Tag } from '#ui/Tag';
import { count } from './figures.ts';
import { RELEASE_TONES } from './tones.ts';
import './scores.css';

const COLUMNS: Column<ScoreSessionHead>[] = [
  {
    id: 'name',
    title: '考次',
    head: true,
    cell: ({ id, name }) => <Link to={generatePath(paths.scoreSession, { session: id })}>{name}</Link>,
  },
  { id: 'batches', title: '批次', align: 'end', cell: ({ batches }) => count(batches) },
  { id: 'waiting', title: '已采用待公布', align: 'end', cell: ({ waiting }) => count(waiting) },
  { id: 'published', title: '已公布', align: 'end', cell: ({ published }) => count(published) },
  {
    id: 'state',
    title: '公布',
    cell: ({ release, publishedAt }) =>
      release && release !== 'withdrawn' ? (
        <Tag tone={RELEASE_TONES[release]}>{releaseLifecycle.states[release]}</Tag>
      ) : publishedAt ? (
        <span className="num">{formatLongMoment(publishedAt)}</span>
      ) : (
        <span className="muted">还没有公布</span>
      ),
  },
];

/** 成绩管理: how far the scores of each session are. */
export function SessionsPage() {
  const { data, error, refetch } = useQuery(query(listScoreSessions, {}));
  return (
    <div className="staff-page scoring">
      <PageTitle title="成绩管理">
        <p>导入阅卷后的成绩，核对统计，由两人先后确认，到时间一次公布。</p>
      </PageTitle>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={5} />}
      {data && (
        <Card flush>
          <DataTable
            caption="各考次的成绩，最近的在前"
            hideCaption
            columns={COLUMNS}
            items={data.items}
            keyOf={({ id }) => id}
            empty={<EmptyState title="还没有考次">先到“考次与时间”新建考次。</EmptyState>}
          />
        </Card>
      )}
    </div>
  );
}
