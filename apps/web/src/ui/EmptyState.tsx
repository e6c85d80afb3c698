import type { ReactNode } from 'react';
import { State } from './State.tsx';

type Props = { title: ReactNode; actions?: ReactNode; children?: ReactNode };

/** Nothing here yet: say why, and what to do. */
export function EmptyState(props: Props) {
  return <State {...props} />;
}
