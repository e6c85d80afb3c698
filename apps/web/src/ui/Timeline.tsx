import type { ReactNode } from 'react';
import { formatMoment } from './dates.ts';
import './timeline.css';

export type TimelineItem = {
  id: string;
  title: ReactNode;
  /** ISO time. */
  at: string;
  tone?: 'info' | 'wait' | 'ok' | 'no';
  detail?: ReactNode;
};

/** What happened, newest first. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol className="timeline">
      {items.map((item) => (
        <li key={item.id} className={`timeline__item timeline__item--${item.tone ?? 'info'}`}>
          {item.title}
          <time className="timeline__time num" dateTime={item.at}>
            {formatMoment(item.at)}
          </time>
          {item.detail && <div className="timeline__detail">{item.detail}</div>}
        </li>
      ))}
    </ol>
  );
}
