import type { Case } from '@zikao/contract/review';
import { compare, type ComparedRow, countChanges } from './difference.ts';
import { RowsTable } from './RowsTable.tsx';

/** The data as it was submitted; from the second time on, first what differs from the submission before. */
export function CaseRows({ shown }: { shown: Pick<Case, 'groups' | 'previous' | 'previousReasons'> }) {
  const groups = compare(shown.groups, shown.previous, shown.previousReasons);
  const changes = countChanges(groups);
  const marked = groups.flatMap(({ rows }) => rows.filter(isMarked));
  return (
    <section aria-labelledby="rows-title">
      <h2 className={shown.previous ? 'case-rows__title' : 'hidden-text'} id="rows-title">
        填报内容
        {shown.previous && (changes ? `，与上次提交相比有 ${changes} 处不同` : '，与上次提交完全相同')}
      </h2>
      {marked.length > 0 && <RowsTable title="改动和上次退回的内容" rows={marked} noted />}
      <div className="case-rows__groups">
        {groups.map(({ title, rows }) => (
          // Pictures are looked at above.
          <RowsTable key={title} title={title} rows={rows.filter((row) => !isMarked(row) && !row.picture)} />
        ))}
      </div>
    </section>
  );
}

const isMarked = ({ changed, reason }: ComparedRow) => changed || reason !== undefined;
