import { useQuery } from '@tanstack/react-query';
import { MARK_KEYS, MARKS } from '@zikao/contract/scores';
import { getScoreStatistics } from '@zikao/contract/score-office';
import { isConspicuous, type ScoreStatistics } from '@zikao/contract/score-statistics';
import { query } from '#api/query';
import { Failure } from '#forms/Failure';
import { Card } from '#ui/Card';
import { EmptyState } from '#ui/EmptyState';
import { Notice } from '#ui/Notice';
import { Skeleton } from '#ui/Spinner';
import { CourseTable } from './CourseTable.tsx';
import { count, moved, rate } from './figures.ts';
import { Spread } from './Spread.tsx';

/** What is about to come out, or is out: looked at before two persons let it out. */
export function Statistics({ session }: { session: string }) {
  const { data, error, refetch } = useQuery(query(getScoreStatistics, { params: { session } }));
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} />;
  if (data.total.scores === 0 && data.total.missing === 0)
    return <EmptyState title="还没有成绩">采用批次之后，这里显示各课程的统计。</EmptyState>;
  return (
    <>
      <Warnings data={data} />
      <Card title="全部课程">
        <dl className="scoring__figures">
          {figuresOf(data).map(({ label, value, note }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="num">
                {value}
                {note && <small>{note}</small>}
              </dd>
            </div>
          ))}
        </dl>
        <Spread spread={data.total.spread} label="全部课程的分数分布" />
      </Card>
      <Card title="各课程">
        <CourseTable courses={data.courses} previous={data.previous} />
      </Card>
    </>
  );
}

function Warnings({ data: { courses, cheatersWithScores, previous } }: { data: ScoreStatistics }) {
  const odd = courses.filter(isConspicuous);
  return (
    <>
      {cheatersWithScores > 0 && (
        <Notice tone="wait" title={`有 ${count(cheatersWithScores)} 名记为作弊的考生，本次其他课程仍有成绩`}>
          <p>作弊的，本次各科成绩无效。请核对处理决定，需要的用更正批次改为“取消”。</p>
        </Notice>
      )}
      {odd.length > 0 && (
        <Notice tone="wait" title={`${odd.length} 门课程的合格率与 ${previous}相差较大，请核对文件`}>
          <p>{odd.map(({ code, name }) => `${code} ${name}`).join('、')}</p>
        </Notice>
      )}
    </>
  );
}

function figuresOf({ total, previous }: ScoreStatistics) {
  const beside = total.before && previous ? `${previous} ` : '';
  return [
    {
      label: '成绩',
      value: count(total.scores),
      note: total.before && `${beside}${count(total.before.scores)}`,
    },
    { label: '实考', value: count(total.present), note: '不含缺考' },
    { label: '合格率', value: rate(total), note: total.before && `比${beside}${moved(total, total.before)}` },
    {
      label: '平均分',
      value: total.mean ?? '–',
      note: typeof total.before?.mean === 'number' && `${beside}${total.before.mean}`,
    },
    ...MARK_KEYS.map((mark) => ({ label: MARKS[mark], value: count(total.marks[mark]), note: undefined })),
    { label: '缺少成绩', value: count(total.missing), note: '报考了而没有成绩' },
  ];
}
