import type { ReactNode } from 'react';

/** Words for a screen reader where sighted readers see the meaning otherwise. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="hidden-text">{children}</span>;
}
