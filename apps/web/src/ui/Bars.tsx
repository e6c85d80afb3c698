import type { CSSProperties } from 'react';
import './bars.css';

export type BarTone = 'plain' | 'ok' | 'no';

export interface Bar {
  key: string;
  label: string;
  /** From the left; what is nought takes no room. */
  parts: readonly { tone: BarTone; value: number }[];
  /** The figure at its end. */
  text: string;
}

interface Props {
  title: string;
  bars: readonly Bar[];
  /** What the tones stand for, where there are several. */
  legend?: readonly { tone: BarTone; name: string }[];
  /** Where the same numbers can be read: the drawing is one picture for a screen reader. */
  table: string;
}

/** Lying bars, each with its figure. A picture of numbers that a table beside it says in words. */
export function Bars({ title, bars, legend, table }: Props) {
  const most = Math.max(1, ...bars.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0)));
  return (
    <figure className="bars">
      <figcaption className="bars__title">
        {title}
        {legend && (
          <span className="bars__legend">
            {legend.map(({ tone, name }) => (
              <span key={tone} className={`bars__key bars__key--${tone}`}>
                {name}
              </span>
            ))}
          </span>
        )}
      </figcaption>
      <div role="img" aria-label={`${title}的柱状图，数字见${table}`}>
        {bars.map(({ key, label, parts, text }) => (
          <div key={key} className="bars__row">
            <span className="bars__label">{label}</span>
            <span className="bars__track">
              {parts.map(({ tone, value }) => (
                <span
                  key={tone}
                  className={`bars__fill bars__fill--${tone}`}
                  style={{ '--share': `${(value / most) * 100}%` } as CSSProperties}
                />
              ))}
            </span>
            <span className="bars__text num">{text}</span>
          </div>
        ))}
      </div>
    </figure>
  );
}
