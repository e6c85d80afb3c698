import type { CSSProperties } from 'react';
import { count } from './figures.ts';

const bandOf = (at: number) => (at === 9 ? '90–100' : `${at * 10}–${at * 10 + 9}`);

/** How many lie in each ten points: a picture whose every bar carries its figure; the pass line stands out. */
export function Spread({ spread, label }: { spread: readonly number[]; label: string }) {
  const most = Math.max(...spread, 1);
  if (spread.every((n) => n === 0)) return null;
  return (
    <figure className="spread">
      <figcaption className="spread__title">{label}</figcaption>
      <ol className="spread__bars">
        {spread.map((n, at) => (
          <li key={bandOf(at)} className={at >= 6 ? 'spread__bar spread__bar--passed' : 'spread__bar'}>
            <span className="spread__count num">{count(n)}</span>
            <span className="spread__fill" style={{ '--share': `${(n / most) * 100}%` } as CSSProperties} />
            <span className="spread__band num">
              {bandOf(at)}
              <span className="hidden-text"> 分</span>
            </span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
