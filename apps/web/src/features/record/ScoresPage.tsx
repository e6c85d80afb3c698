import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getScores, type Scores } from '@zikao/contract/scores';
import { query } from '#api/query';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { ButtonLink } from '#ui/Button';
import { EmptyState } from '#ui/EmptyState';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { State } from '#ui/State';
import { Tabs } from '#ui/Tabs';
import { RecheckHint } from './RecheckHint.tsx';
import { SessionCard } from './SessionCard.tsx';
import './record.css';

const VIEWS = [
  { id: 'latest', label: '当次成绩' },
  { id: 'all', label: '全部成绩' },
] as const;

/** 成绩查询: 当次 and 全部, only what is published. */
export function ScoresPage() {
  const { data, error, refetch } = useQuery(query(getScores, {}));
  const [view, setView] = useState<(typeof VIEWS)[number]['id']>('latest');
  return (
    <div className="wrap">
      <PageTitle title="成绩查询" />
      {!data && (error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton lines={6} />)}
      {data && !data.latest && <NotOut />}
      {data?.latest && (
        <Tabs label="成绩查询" tabs={VIEWS} current={view} onChange={setView}>
          <div className="stack scores">
            {view === 'latest' ? <Latest scores={data} latest={data.latest} /> : <All scores={data} />}
          </div>
        </Tabs>
      )}
    </div>
  );
}

function NotOut() {
  return (
    <State title="本次考试的成绩还没有公布" actions={<ButtonLink to={paths.passed}>查看合格成绩</ButtonLink>}>
      <p>成绩公布后可以在这里查询，并发消息通知您。公布后第 3 个工作日下班前可以申请成绩复核。</p>
    </State>
  );
}

function Latest({ scores: { sessions }, latest }: { scores: Scores; latest: NonNullable<Scores['latest']> }) {
  const own = sessions.find(({ id }) => id === latest.id);
  if (!own)
    return (
      <EmptyState
        title={`您没有 ${latest.name}考试的成绩`}
        actions={<ButtonLink to={paths.passed}>查看合格成绩</ButtonLink>}
      >
        <p>没有报考本次考试的，没有成绩。以前的成绩在“全部成绩”里。</p>
      </EmptyState>
    );
  return (
    <>
      {latest.recheck && <RecheckHint window={latest.recheck} />}
      <SessionCard session={own} />
    </>
  );
}

function All({ scores: { sessions } }: { scores: Scores }) {
  if (sessions.length === 0)
    return (
      <EmptyState title="还没有成绩">
        <p>参加考试并公布成绩后，历次成绩都会显示在这里。</p>
      </EmptyState>
    );
  return sessions.map((session) => <SessionCard key={session.id} session={session} />);
}
