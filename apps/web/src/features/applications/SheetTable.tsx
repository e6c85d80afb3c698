import type { ReactNode } from 'react';
import type { DescribedGroup, DescribedRow } from '@zikao/contract/forms/form';

interface Props {
  group: DescribedGroup;
  pictureUrl: (id: string) => string;
}

/** One group of a sheet: label and value in ruled cells, the photo at the right as forms have it. */
export function SheetTable({ group: { title, rows }, pictureUrl }: Props) {
  const photo = rows.find(({ picture }) => picture);
  const written = rows.filter(({ picture }) => !picture);
  return (
    <table className="printed__table">
      <caption>{title}</caption>
      <tbody>
        {written.map((row, at) => (
          <tr key={row.key}>
            <th scope="row">{row.label}</th>
            <td>{valueOf(row)}</td>
            {photo && at === 0 && (
              <td className="printed__photo" rowSpan={written.length}>
                <img src={pictureUrl(photo.picture!)} alt={photo.label} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function valueOf({ text, lines }: DescribedRow): ReactNode {
  if (!lines) return <span className="printed__text">{text}</span>;
  const [head = [], ...rest] = lines;
  return (
    <table className="printed__lines">
      <thead>
        <tr>
          {head.map((cell) => (
            <th key={cell} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rest.map((cells) => (
          <tr key={cells.join('|')}>
            {cells.map((cell, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- a cell is its column
              <td key={at}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
