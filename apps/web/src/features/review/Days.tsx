import type { OfficeBoard } from '@zikao/contract/oversight';
import { Bars } from '#ui/Bars';
import { DataTable } from '#ui/DataTable';
import { formatWeekday } from '#ui/dates';
import { countText } from './count-text.ts';
import { periodColumns } from './work-columns.tsx';

type Day = OfficeBoard['days'][number];
/** So many of the latest are drawn; the table has all. */
const DRAWN = 14;

/** Of a single day the median says little. */
const COLUMNS = periodColumns<Day>().filter(({ id }) => id !== 'median');

/** Day by day: the picture beside its numbers. */
export function Days({ days, period }: { days: readonly Day[]; period: string }) {
  if (days.length < 2) return null;
  return (
    <div className="board__pair">
      <Bars
        title={days.length > DRAWN ? `最近 ${DRAWN} 个有审核的日子` : `${period}每天已审`}
        table="旁边的表"
        legend={[
          { tone: 'ok', name: '通过' },
          { tone: 'no', name: '不通过' },
        ]}
        bars={days.slice(-DRAWN).map(({ day, figures }) => ({
          key: day,
          label: formatWeekday(day),
          parts: [
            { tone: 'ok', value: figures.approved },
            { tone: 'no', value: figures.rejected },
          ],
          text: countText(figures.decided),
        }))}
      />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it */}
      <section className="board__days" aria-label="每天的数字" tabIndex={0}>
        <DataTable
          caption="每天，最近的在前"
          dense
          columns={[
            { id: 'day', title: '日期', head: true, cell: ({ day }) => formatWeekday(day) },
            ...COLUMNS,
          ]}
          items={days.toReversed()}
          keyOf={({ day }) => day}
        />
      </section>
    </div>
  );
}
