import type { BatchView } from '@zikao/contract/score-office';

/** The first rows of the file, so that the columns can be recognised by what stands in them. */
export function Samples({ batch: { columns, samples } }: { batch: BatchView }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it
    <section className="samples" tabIndex={0} aria-label="文件的前几行">
      <table>
        <thead>
          <tr>
            {columns.map((name, at) => (
              <th key={`${at} ${name}`} scope="col">
                {name || `第 ${at + 1} 列`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {samples.map((row, no) => (
            <tr key={`${no} ${row.join()}`}>
              {row.map((cell, at) => (
                <td key={`${at} ${columns[at]}`} className="num">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
