import type { PrintedPaper } from '@zikao/contract/applications/shapes';
import { formatLongMoment } from '#ui/dates';
import { pictureUrl } from './filing.tsx';
import { SheetTable } from './SheetTable.tsx';
import './sheet.css';

/** One sheet as it comes out of the printer: title, number, the data in ruled tables, what to sign. */
export function Sheet({ paper }: { paper: PrintedPaper }) {
  const {
    title,
    reference,
    stateName,
    submittedAt,
    printedAt,
    groups,
    outcome,
    foot,
    district,
    organisation,
  } = paper;
  return (
    <article className="printed" aria-label={title}>
      <h2 className="printed__title">{title}</h2>
      <p className="printed__head num">
        <span>受理编号：{reference}</span>
        <span>提交时间：{formatLongMoment(submittedAt)}</span>
        <span>审核状态：{stateName}</span>
      </p>
      {[...groups, ...written(outcome)].map((group) => (
        <SheetTable key={group.title} group={group} pictureUrl={pictureUrl} />
      ))}
      <div className="printed__foot">
        {foot.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <p className="printed__office num">
        <span>
          {district.name}考区{district.address && `　${district.address}`}
          {district.phone && `　${district.phone}`}
        </span>
        <span>
          {organisation}　{formatLongMoment(printedAt)} 打印
        </span>
      </p>
    </article>
  );
}

/** What the office wrote; the papers it keeps are not part of a letter. */
const written = (outcome: PrintedPaper['outcome']) =>
  outcome
    .map((group) => ({ ...group, rows: group.rows.filter(({ files }) => !files) }))
    .filter(({ rows }) => rows.length > 0);
