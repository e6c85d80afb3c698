import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { generatePath, useParams } from 'react-router';
import { getTableRow } from '@zikao/contract/catalogue';
import { MAJORS } from '@zikao/contract/catalogue-tables';
import { getPlan } from '@zikao/contract/exams';
import { query } from '#api/query';
import { siteQuery } from '#api/session';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { Button, ButtonLink } from '#ui/Button';
import { Card } from '#ui/Card';
import { EmptyState } from '#ui/EmptyState';
import { PageTitle } from '#ui/PageTitle';
import { Rows } from '#ui/Rows';
import { Skeleton } from '#ui/Spinner';
import { allRows } from './calls.ts';
import { RowDialog } from './RowDialog.tsx';
import { shownTable } from './tables.ts';
import { VersionCard } from './VersionCard.tsx';
import './catalogue.css';

/** One major: its facts, and every version of its plan with groups and courses. */
export function MajorPage() {
  const { major = '' } = useParams();
  const client = useQueryClient();
  const [open, setOpen] = useState<'major' | 'plan'>();
  const row = useQuery(query(getTableRow, { params: { table: 'majors', key: major } }));
  const plans = useQuery({
    queryKey: ['catalogue', 'plans of', major],
    queryFn: () => allRows(shownTable('plans').calls, major),
  });
  // Not found where no version is in force yet: then none is marked.
  const inForce = useQuery({ ...query(getPlan, { params: { code: major } }), retry: false });
  const { data: site } = useQuery(siteQuery);
  const error = row.error ?? plans.error;
  if (error) return <Failure error={error} onRetry={() => void client.invalidateQueries()} />;
  if (!row.data || !plans.data) return <Skeleton lines={8} />;
  const { cells } = row.data;
  const ahead = (from = '') => site !== undefined && new Date(`${from}T00:00:00+08:00`) > new Date(site.now);
  const versions = plans.data.filter((plan) => plan.cells.major === major).toReversed();
  const done = () => {
    setOpen(undefined);
    void client.invalidateQueries();
  };
  return (
    <div className="staff-page catalogue">
      <PageTitle
        title={`${cells.name}（${cells.level}）`}
        side={
          <ButtonLink to={generatePath(paths.catalogueTable, { table: 'majors' })} size="small" look="plain">
            全部专业
          </ButtonLink>
        }
      >
        <p>
          专业代码 <span className="num">{major}</span>
        </p>
      </PageTitle>
      <Card
        title="专业信息"
        side={
          <Button size="small" onClick={() => setOpen('major')}>
            修改专业信息
          </Button>
        }
      >
        <Rows
          rows={Object.entries(MAJORS.columns)
            .filter(([field]) => !['code', 'name', 'level'].includes(field))
            .map(([field, { title }]) => ({ label: title, value: cells[field] || '—' }))}
        />
      </Card>
      <div className="catalogue__head">
        <h2>开考计划</h2>
        <Button size="small" onClick={() => setOpen('plan')}>
          新增计划版本
        </Button>
      </div>
      {versions.length === 0 && (
        <EmptyState title="还没有开考计划">先新增计划版本，再加课程组和课程；也可以导入表格。</EmptyState>
      )}
      {versions.map((plan) => (
        <VersionCard
          key={plan.key}
          plan={plan}
          stand={
            inForce.data?.version === plan.cells.version
              ? 'inForce'
              : ahead(plan.cells.from)
                ? 'ahead'
                : 'past'
          }
          onChange={() => void client.invalidateQueries()}
        />
      ))}
      {open === 'major' && (
        <RowDialog
          {...shownTable('majors')}
          row={row.data}
          onClose={() => setOpen(undefined)}
          onDone={done}
        />
      )}
      {open === 'plan' && (
        <RowDialog
          {...shownTable('plans')}
          settled={{ major }}
          onClose={() => setOpen(undefined)}
          onDone={done}
        />
      )}
    </div>
  );
}
