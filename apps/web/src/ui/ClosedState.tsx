import type { ReactNode } from 'react';
import { formatMoment, formatSpan } from './dates.ts';
import { State } from './State.tsx';

type Props = {
  /** The function: `打印考场座次通知单`. */
  name: string;
  /** ISO times of the window; without them the date is not set yet. */
  opensAt?: string;
  closesAt?: string;
  /** The server says which side of the window now is. */
  over?: boolean;
  actions?: ReactNode;
  children?: ReactNode;
};

/** A function outside its window stays visible and says when it opens, or when it closed. */
export function ClosedState({ name, opensAt, closesAt, over, actions, children }: Props) {
  const title = over ? `${name}已经结束` : opensAt ? `${name}还没有开放` : `${name}的时间还没有公布`;
  return (
    <State title={title} actions={actions}>
      {over && closesAt && <p>截止时间是 {formatMoment(closesAt)}。</p>}
      {!over && opensAt && (
        <p>{closesAt ? `开放时间：${formatSpan(opensAt, closesAt)}` : `${formatMoment(opensAt)} 开放`}</p>
      )}
      {!over && !opensAt && <p>时间公布后会显示在这里和首页。</p>}
      {children}
    </State>
  );
}
