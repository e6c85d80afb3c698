import './ring.css';

type Props = { value: number; total: number; unit: string; label: string };

const round = 2 * Math.PI * 62;

/** Progress as a ring: `label` is what a screen reader hears, for example `已修 31 学分，共 73 学分`. */
export function Ring({ value, total, unit, label }: Props) {
  const share = total > 0 ? Math.min(1, Math.max(0, value / total)) : 0;
  return (
    <svg className="ring" viewBox="0 0 150 150" role="img" aria-label={label}>
      <circle className="ring__ground" cx="75" cy="75" r="62" />
      {share > 0 && (
        <circle
          className="ring__part"
          cx="75"
          cy="75"
          r="62"
          strokeDasharray={`${share * round} ${round}`}
          transform="rotate(-90 75 75)"
        />
      )}
      <text className="ring__value" x="75" y="76">
        {value}
      </text>
      <text className="ring__total" x="75" y="99">
        / {total} {unit}
      </text>
    </svg>
  );
}
