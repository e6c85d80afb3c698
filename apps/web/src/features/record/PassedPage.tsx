import { useQuery } from '@tanstack/react-query';
import { getRecord, type RecordView, STANDINGS } from '@zikao/contract/records';
import { query } from '#api/query';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { ButtonLink } from '#ui/Button';
import { Card } from '#ui/Card';
import { EmptyState } from '#ui/EmptyState';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { Tag } from '#ui/Tag';
import { Entries } from './Entries.tsx';
import { PastEntries } from './PastEntries.tsx';
import { Penalties } from './Penalties.tsx';
import { StandingNotice } from './StandingNotice.tsx';
import './record.css';

/** 合格成绩: the 考籍档案 with what counts, what does not any more, and how it stands. */
export function PassedPage() {
  const { data, error, refetch } = useQuery(query(getRecord, {}));
  return (
    <div className="wrap">
      <PageTitle title="合格成绩" />
      {data ? (
        <Archive record={data} />
      ) : error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton lines={6} />
      )}
    </div>
  );
}

function Archive({ record: { standing, items, past, penalties } }: { record: RecordView }) {
  const credits = items.reduce((sum, item) => sum + (item.credits ?? 0), 0);
  return (
    <div className="stack">
      <StandingNotice standing={standing} />
      {items.length === 0 ? (
        <EmptyState title="还没有合格成绩" actions={<ButtonLink to={paths.home}>回到首页</ButtonLink>}>
          <p>考试合格、实践考核、免考和转入的课程会显示在这里。</p>
        </EmptyState>
      ) : (
        <Card
          title={`共 ${items.length} 门，${credits} 学分`}
          side={
            <span className="row">
              考籍状态
              <Tag tone={standing.state === 'registered' ? 'ok' : 'wait'}>{STANDINGS[standing.state]}</Tag>
            </span>
          }
        >
          <Entries items={items} />
        </Card>
      )}
      {past.length > 0 && <PastEntries items={past} />}
      {penalties.length > 0 && <Penalties items={penalties} />}
    </div>
  );
}
