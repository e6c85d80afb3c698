import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { findNumbers } from '@zikao/contract/merges';
import { query } from '#api/query';
import { Failure } from '#forms/Failure';
import { EmptyState } from '#ui/EmptyState';
import { Skeleton } from '#ui/Spinner';
import { Chosen } from './Chosen.tsx';
import { FindForm } from './FindForm.tsx';
import { FoundTable } from './FoundTable.tsx';

/** What is searched and chosen stays in the address: the second number may take another search. */
export function FindNumbers() {
  const [params, setParams] = useSearchParams();
  const search = params.get('search') ?? '';
  const born = params.get('born') ?? '';
  const chosen = params.getAll('number');
  const found = useQuery({
    ...query(findNumbers, { query: { search, ...(born && { born }) } }),
    enabled: search !== '',
  });
  const set = (next: { search: string; born: string; chosen: readonly string[] }) =>
    setParams(
      [
        ...(next.search ? [['search', next.search]] : []),
        ...(next.born ? [['born', next.born]] : []),
        ...next.chosen.map((number) => ['number', number]),
      ] as [string, string][],
      { replace: true },
    );
  const choose = (number: string) =>
    set({
      search,
      born,
      chosen: chosen.includes(number)
        ? chosen.filter((one) => one !== number)
        : [...chosen, number].slice(-2),
    });
  return (
    <section className="merges__part" aria-label="查找准考证号">
      <FindForm
        key={`${search} ${born}`}
        search={search}
        born={born}
        onSearch={(typed, birth) => set({ search: typed, born: birth, chosen })}
      />
      {found.error && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {search && found.isPending && !found.error && <Skeleton lines={3} />}
      {found.data && (
        <FoundTable
          items={found.data.items}
          chosen={chosen}
          onChoose={choose}
          empty={
            <EmptyState title="没有找到准考证号">
              <p>请核对身份证号或 12 位准考证号；按姓名查找时须与档案完全一致，且只查本考区。</p>
            </EmptyState>
          }
        />
      )}
      <Chosen numbers={chosen} onDrop={choose} />
    </section>
  );
}
