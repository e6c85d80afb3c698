import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { getStatistics } from '@zikao/contract/review-statistics';
import { query } from '#api/query';
import { sessionQuery } from '#api/session';
import { Failure } from '#forms/Failure';
import { Field } from '#ui/Field';
import { PageTitle } from '#ui/PageTitle';
import { Select } from '#ui/Select';
import { Skeleton } from '#ui/Spinner';
import { optionsOf } from '#ui/options';
import { DistrictChoice } from './FilterChoices.tsx';
import { FiguresTable } from './FiguresTable.tsx';
import { rateText, secondsText } from './figures-text.ts';
import { PERIODS, type Period, periodDays } from './periods.ts';
import { useNow } from './use-now.ts';
import './bulk.css';

const OPTIONS = optionsOf(PERIODS);

/** One's own work beside that of one's office. */
export function StatisticsPage() {
  const [params, setParams] = useSearchParams();
  const now = useNow();
  const { data: known } = useQuery(sessionQuery);
  const asked = params.get('period') ?? '';
  const period = Object.hasOwn(PERIODS, asked) ? (asked as Period) : 'today';
  const district = params.get('district') ?? '';
  const wanted = { ...periodDays(period, now), ...(district && { district }) };
  const { data, error, refetch } = useQuery({
    ...query(getStatistics, { query: wanted }),
    placeholderData: (before) => before,
  });
  const set = (next: Record<string, string>) => {
    const all = { period, district, ...next };
    const given = Object.entries(all).filter(
      ([key, value]) => value && !(key === 'period' && value === 'today'),
    );
    setParams(Object.fromEntries(given), { replace: true });
  };
  return (
    <div className="figures">
      <PageTitle title="审核统计">
        <p>只统计已经生效的决定。中位用时从打开一件算到作出决定，批量通过的不计入。</p>
      </PageTitle>
      <div className="figures__filter">
        <Field label="时间">
          <Select
            options={OPTIONS}
            placeholder={null}
            value={period}
            onChange={(event) => set({ period: event.target.value })}
          />
        </Field>
        {known?.session?.role === 'province' && (
          <Field label="范围">
            <DistrictChoice value={district} all="省考办" onChange={(code) => set({ district: code })} />
          </Field>
        )}
      </div>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} />}
      {data && (
        <>
          <dl className="figures__cards">
            <Figure
              name="已审"
              own={data.total.own.decided}
              office={data.total.office.decided}
              of={data.office}
            />
            <Figure
              name="中位用时"
              own={secondsText(data.total.own.medianSeconds)}
              office={secondsText(data.total.office.medianSeconds)}
              of={data.office}
            />
            <Figure
              name="首次通过率"
              own={rateText(data.total.own.firstPassRate)}
              office={rateText(data.total.office.firstPassRate)}
              of={data.office}
            />
          </dl>
          <FiguresTable rows={data.rows} office={data.office} />
        </>
      )}
    </div>
  );
}

function Figure({
  name,
  own,
  office,
  of,
}: {
  name: string;
  own: string | number;
  office: string | number;
  of: string;
}) {
  return (
    <div className="figures__card">
      <dt>我的{name}</dt>
      <dd>
        <b className="num">{own}</b>
        <span className="num">
          {of} {office}
        </span>
      </dd>
    </div>
  );
}
