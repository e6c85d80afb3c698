/** A table among the rows: its head first, then a line each. */
export function Lines({
  label,
  lines: [head = [], ...lines],
}: {
  label: string;
  lines: readonly (readonly string[])[];
}) {
  return (
    <table className="case-lines" aria-label={label}>
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
        {lines.map((cells) => (
          <tr key={cells.join('|')}>
            {cells.map((cell, at) => (
              <td key={head[at]}>{cell || '–'}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
