import type { WorkFigures } from '@zikao/contract/oversight';
import { ageText } from './ages.ts';
import { rateText, secondsText } from './figures-text.ts';
import { formatMoment } from '#ui/dates';
import { countText } from './count-text.ts';

/** The figures of everything on the page together. */
export function Totals({ work, period, now }: { work: WorkFigures; period: string; now: number }) {
  const { pending, oldest, pace, figures } = work;
  const all = [
    {
      name: '待审',
      value: countText(pending),
      note: oldest ? `最久 ${ageText(oldest, now)}（${formatMoment(oldest)}）` : '全部审核完了',
    },
    {
      name: '今天已审',
      value: countText(pace.today),
      note: `最近 7 天 ${countText(pace.week)}，最近 30 天 ${countText(pace.month)}`,
    },
    {
      name: `${period}不通过`,
      value: countText(figures.rejected),
      note: `已审 ${countText(figures.decided)}，通过 ${countText(figures.approved)}`,
    },
    { name: '首次通过率', value: rateText(figures.firstPassRate), note: `${period}第一次提交的` },
    { name: '中位用时', value: secondsText(figures.medianSeconds), note: '批量通过的不计入' },
  ];
  return (
    <dl className="board__totals">
      {all.map(({ name, value, note }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <b className="num">{value}</b>
            <span className="num">{note}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
