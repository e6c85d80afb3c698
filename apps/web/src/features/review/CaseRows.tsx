import type { ReactNode } from 'react';
import type { Case } from '@zikao/contract/review';
import { IdNumber } from '#ui/IdNumber';
import { changedLines, compare, type ComparedRow, countChanges } from './difference.ts';

/** The data as it was submitted; from the second time on, first what differs from the submission before. */
export function CaseRows({ shown }: { shown: Case }) {
  const groups = compare(shown.groups, shown.previous, shown.previousReasons);
  const changes = countChanges(groups);
  const marked = groups.flatMap(({ rows }) => rows.filter(isMarked));
  return (
    <section aria-labelledby="rows-title">
      <h2 className={shown.previous ? 'case-rows__title' : 'hidden-text'} id="rows-title">
        填报内容
        {shown.previous && (changes ? `，与上次提交相比有 ${changes} 处不同` : '，与上次提交完全相同')}
      </h2>
      {marked.length > 0 && <Rows title="改动和上次退回的内容" rows={marked} noted />}
      <div className="case-rows__groups">
        {groups.map(({ title, rows }) => (
          // Pictures are looked at above.
          <Rows key={title} title={title} rows={rows.filter((row) => !isMarked(row) && !row.picture)} />
        ))}
      </div>
    </section>
  );
}

const isMarked = ({ changed, reason }: ComparedRow) => changed || reason !== undefined;

function Rows({ title, rows, noted }: { title: string; rows: ComparedRow[]; noted?: boolean }) {
  if (rows.length === 0) return null;
  return (
    <table className={noted ? 'case-rows case-rows--noted' : 'case-rows'}>
      <caption>{title}</caption>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className={row.changed ? 'case-rows__changed' : undefined}>
            <th scope="row">{row.label}</th>
            <td className="case-rows__text">{valueOf(row)}</td>
            {noted && <td className="case-rows__note">{noteOf(row)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function valueOf({ key, text, picture }: ComparedRow): ReactNode {
  if (text === undefined) return <span className="muted">本次没有</span>;
  if (picture) return '见上方图片';
  if (!text) return <span className="muted">未填写</span>;
  return key === 'idNumber' ? <IdNumber value={text} /> : text;
}

function noteOf({ changed, before = '', text = '', picture, reason }: ComparedRow): ReactNode {
  const mended = reason && <b className="case-rows__mended">已按退回意见修改</b>;
  if (changed && picture) return <>已更换图片 {mended}</>;
  const lines = changedLines(before, text);
  if (changed && lines)
    return (
      <>
        {lines.gone.map((line) => (
          <div key={line}>取消：{line}</div>
        ))}
        {lines.come.map((line) => (
          <div key={line}>新增：{line}</div>
        ))}
        {mended}
      </>
    );
  if (changed)
    return (
      <>
        <span>{before ? `上次：${before}` : '上次没有'}</span> {mended}
      </>
    );
  return reason && <b className="case-rows__asked">上次退回，没有修改</b>;
}
