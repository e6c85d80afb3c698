import { useControl } from '#ui/Field';
import type { InputProps } from './inputs.tsx';

/** A county of the province below its prefecture's name, in one native list that phones show well. */
export function DivisionInput({
  name,
  value,
  onChange,
  onBlur,
  tables,
}: Omit<InputProps<'division'>, 'field'>) {
  const all = tables.division ?? [];
  const parents = new Set(all.map((entry) => entry.parent));
  const prefectures = all.filter((entry) => entry.parent && parents.has(entry.code));
  const others = all.filter((entry) => !entry.parent && !parents.has(entry.code));
  return (
    <select
      {...useControl()}
      className="input"
      name={name}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onBlur}
      autoComplete="off"
    >
      <option value="">请选择</option>
      {prefectures.map((prefecture) => (
        <optgroup key={prefecture.code} label={prefecture.name}>
          {all
            .filter((entry) => entry.parent === prefecture.code)
            .map((entry) => (
              <option key={entry.code} value={entry.code}>
                {entry.name}
              </option>
            ))}
        </optgroup>
      ))}
      {others.map((entry) => (
        <option key={entry.code} value={entry.code}>
          {entry.name}
        </option>
      ))}
    </select>
  );
}
