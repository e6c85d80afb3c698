import type { ReactNode } from 'react';
import type { DescribedGroup } from '@zikao/contract/forms/form';
import { Original } from './Original.tsx';
import './original.css';

interface Props {
  /** What is on record now; without any the rest has the whole width. */
  originals: readonly DescribedGroup[];
  pictureUrl: ((id: string) => string) | undefined;
  children: ReactNode;
}

/** 原始信息 at the left of what is asked for; above it on a phone. */
export function Beside({ originals, pictureUrl, children }: Props) {
  if (originals.length === 0) return children;
  return (
    <div className="beside">
      <div className="stack">
        <Original groups={originals} pictureUrl={pictureUrl} />
      </div>
      <div className="stack">{children}</div>
    </div>
  );
}
