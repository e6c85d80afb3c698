import type { ReactNode } from 'react';
import type { Case } from '@zikao/contract/review';
import { IdNumber } from '#ui/IdNumber';
import { compare, type ComparedRow, countChanges } from './difference.ts';

/** The data as it was submitted; from the second time on beside the submission before. */
export function CaseRows({ shown }: { shown: Case }) {
  const again = shown.previous !== undefined;
  const groups = compare(shown.groups, shown.previous, shown.previousReasons);
  const changes = countChanges(groups);
  return (
    <section className={again ? 'case-rows case-rows--again' : 'case-rows'} aria-labelledby="rows-title">
      <h2 className={again ? 'case-rows__caption' : 'hidden-text'} id="rows-title">
        填报内容
        {again && (changes ? `，与上次提交相比有 ${changes} 处不同` : '，与上次提交完全相同')}
      </h2>
      <div className="case-rows__groups">
        {groups.map(({ title, rows }) => (
          <Group key={title} title={title} rows={rows.filter(worthShowing)} again={again} />
        ))}
      </div>
    </section>
  );
}

/** Pictures are looked at above; here only when something is to be said of them. */
const worthShowing = ({ picture, changed, reason }: ComparedRow) => !picture || changed || reason;

function Group({ title, rows, again }: { title: string; rows: ComparedRow[]; again: boolean }) {
  if (rows.length === 0) return null;
  return (
    <table className="case-rows__group">
      <caption>{title}</caption>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className={row.changed ? 'case-rows__row--changed' : undefined}>
            <th scope="row">{row.label}</th>
            <td className="case-rows__text">{valueOf(row)}</td>
            {again && <td className="case-rows__note">{noteOf(row)}</td>}
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

function noteOf({ changed, before, picture, reason }: ComparedRow): ReactNode {
  const mended = reason && <b className="case-rows__mended">已按退回意见修改</b>;
  if (changed && picture) return <>已更换图片 {mended}</>;
  if (changed)
    return (
      <>
        <span>{before ? `上次：${before}` : '上次没有'}</span> {mended}
      </>
    );
  return reason && <b className="case-rows__asked">上次退回，没有修改</b>;
}
