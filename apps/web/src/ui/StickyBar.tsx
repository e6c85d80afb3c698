import type { ReactNode } from 'react';
import './sticky-bar.css';

type Props = {
  /** Left: what is chosen, when it was saved (`已保存 15:31:08`). */
  start?: ReactNode;
  /** Right: 上一步 and then the primary button. */
  children: ReactNode;
};

export function StickyBar({ start, children }: Props) {
  return (
    <div className="sticky-bar">
      <div className="wrap sticky-bar__in">
        <div className="sticky-bar__start" role="status">
          {start}
        </div>
        <div className="sticky-bar__acts">{children}</div>
      </div>
    </div>
  );
}
