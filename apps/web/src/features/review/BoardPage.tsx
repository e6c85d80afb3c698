import { useQuery } from '@tanstack/react-query';
import { type Board, getBoard } from '@zikao/contract/oversight';
import { query } from '#api/query';
import { PERIODS } from './periods.ts';
import { useNow } from './use-now.ts';
import { Failure } from '#forms/Failure';
import { Bars } from '#ui/Bars';
import { Card } from '#ui/Card';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { BoardFilter } from './BoardFilter.tsx';
import { countText } from './count-text.ts';
import { OfficesTable } from './OfficesTable.tsx';
import { ReasonTable } from './ReasonTable.tsx';
import { Totals } from './Totals.tsx';
import { useBoardFilter } from './use-board-filter.ts';
import './board.css';

/** 各考区看板: what waits and what was decided, district beside district. */
export function BoardPage() {
  const { filter, setFilter, asked, search } = useBoardFilter();
  const { data, error, refetch } = useQuery({
    ...query(getBoard, { query: asked }),
    placeholderData: (before) => before,
  });
  return (
    <div className="staff-page board">
      <PageTitle title="各考区看板">
        <p>待审是现在的；其余只统计已经生效的决定。点考区的名称看它的待办、工作人员和原因。</p>
      </PageTitle>
      <BoardFilter filter={filter} onChange={setFilter} />
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={10} />}
      {data && <Shown board={data} period={PERIODS[filter.period]} search={search} />}
    </div>
  );
}

function Shown({ board, period, search }: { board: Board; period: string; search: string }) {
  const now = useNow();
  const { total, offices, reasons } = board;
  return (
    <>
      <Totals work={total} period={period} now={now} />
      <div className="board__pair">
        <Bars
          title="待审"
          table="下面的表"
          bars={offices.map(({ office, name, pending }) => ({
            key: office,
            label: name,
            parts: [{ tone: 'plain', value: pending }],
            text: countText(pending),
          }))}
        />
        <Bars
          title={`${period}已审`}
          table="下面的表"
          legend={[
            { tone: 'ok', name: '通过' },
            { tone: 'no', name: '不通过' },
          ]}
          bars={offices.map(({ office, name, figures }) => ({
            key: office,
            label: name,
            parts: [
              { tone: 'ok', value: figures.approved },
              { tone: 'no', value: figures.rejected },
            ],
            text: countText(figures.decided),
          }))}
        />
      </div>
      <Card flush>
        <OfficesTable offices={offices} period={period} now={now} search={search} />
      </Card>
      <section className="board__part" aria-labelledby="reasons-title">
        <h2 id="reasons-title">不通过原因</h2>
        <ReasonTable reasons={reasons} />
      </section>
    </>
  );
}
