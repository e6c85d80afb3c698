import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { NavLink, useParams, useSearchParams } from 'react-router';
import { CATALOGUE_TABLES, type CatalogueTable } from '@zikao/contract/catalogue-tables';
import { generatePath } from 'react-router';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { Button } from '#ui/Button';
import { Card } from '#ui/Card';
import { NotFound } from '#ui/NotFound';
import { PageTitle } from '#ui/PageTitle';
import { SearchForm } from '#ui/SearchForm';
import { Skeleton } from '#ui/Spinner';
import { listRows } from './calls.ts';
import { RowTable } from './RowTable.tsx';
import { isCatalogueTable, shownTable } from './tables.ts';
import { Tools } from './Tools.tsx';
import './catalogue.css';

const LEADS: Record<CatalogueTable, string> = {
  majors: '停止招生、停考过渡和停发证书分别填写日期。点开一个专业，查看和修改它的各版计划。',
  courses: '全省的课程，实践课程写明先修的理论课程。',
  plans: '每个专业的计划版本，到执行日期自动生效。已有考生按它报考的版本不能修改，请另建新版本。',
  groups: '计划里的课程组各要求什么：全部合格，或按最少门数、学分。',
  'plan-courses': '每一版计划有哪些课程，属于哪个课程组。',
  replacements: '哪些旧课程可以顶替新课程，哪些证书可以免考课程。',
};
const ORDER: CatalogueTable[] = ['majors', 'courses', 'plans', 'groups', 'plan-courses', 'replacements'];

/** 专业与计划: the tables of the catalogue, each found in, changed row by row, and imported. */
export function TablePage() {
  const { table = '' } = useParams();
  if (!isCatalogueTable(table)) return <NotFound />;
  return <Table key={table} table={table} />;
}

function Table({ table }: { table: CatalogueTable }) {
  const client = useQueryClient();
  const [params, setParams] = useSearchParams();
  const search = params.get('search') ?? '';
  const shown = shownTable(table);
  const key = ['catalogue', table];
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [...key, search],
    queryFn: ({ pageParam: cursor }) =>
      listRows(shown.calls, { limit: 100, ...(search && { search }), ...(cursor && { cursor }) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const renew = () => void client.invalidateQueries();
  return (
    <div className="staff-page catalogue">
      <PageTitle title="专业与计划" side={<Tools shown={shown} onChange={renew} />}>
        <p>{LEADS[table]}</p>
      </PageTitle>
      <nav className="catalogue__tables" aria-label="专业与计划的各表">
        {ORDER.map((name) => (
          <NavLink
            key={name}
            to={generatePath(paths.catalogueTable, { table: name })}
            className="catalogue__table"
          >
            {CATALOGUE_TABLES[name].title}
          </NavLink>
        ))}
      </nav>
      <SearchForm
        className="catalogue__search"
        label="查找代码、名称或任一列的文字"
        key={search}
        search={search}
        onSearch={(next) => setParams(next ? { search: next } : {}, { replace: true })}
      />
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} />}
      {data && (
        <Card flush>
          <RowTable
            shown={shown}
            rows={data.pages.flatMap(({ items }) => items)}
            total={data.pages[0]?.total ?? 0}
            searched={search !== ''}
            onChange={renew}
          />
        </Card>
      )}
      {hasNextPage && (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          显示更多
        </Button>
      )}
    </div>
  );
}
