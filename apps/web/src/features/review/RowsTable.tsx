import type { ReactNode } from 'react';
import { DocumentLinks } from '#forms/documents';
import { IdNumber } from '#ui/IdNumber';
import { changedLines, type ComparedRow } from './difference.ts';
import { Lines } from './Lines.tsx';

/** Rows of one group; `noted`: with what was there before and why it was sent back. */
export function RowsTable({ title, rows, noted }: { title: string; rows: ComparedRow[]; noted?: boolean }) {
  if (rows.length === 0) return null;
  return (
    <table className={classOf(rows, noted)}>
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

function valueOf({ key, label, text, picture, lines, files }: ComparedRow): ReactNode {
  if (text === undefined) return <span className="muted">本次没有</span>;
  if (picture) return '见上方图片';
  if (!text) return <span className="muted">未填写</span>;
  if (files) return <DocumentLinks files={files} />;
  if (lines) return <Lines label={label} lines={lines} />;
  return key === 'idNumber' ? <IdNumber value={text} /> : text;
}

function noteOf({ changed, before = '', text = '', picture, files, reason }: ComparedRow): ReactNode {
  const mended = reason && <b className="case-rows__mended">已按退回意见修改</b>;
  if (changed && picture) return <>已更换图片 {mended}</>;
  // Files of the same names are told apart by what is in them.
  if (changed && files && before === text) return <>已更换文件 {mended}</>;
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

/** A table among the rows needs the width of both columns. */
function classOf(rows: readonly ComparedRow[], noted: boolean | undefined): string {
  const wide = rows.some(({ lines }) => lines);
  return ['case-rows', noted && 'case-rows--noted', wide && 'case-rows--wide'].filter(Boolean).join(' ');
}
