import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ExamFunction } from '@zikao/contract/exams';
import { serverTime, siteQuery } from '#api/session';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { ButtonLink } from '#ui/Button';
import { ClosedState } from '#ui/ClosedState';
import { formatSpan } from '#ui/dates';
import { Skeleton } from '#ui/Spinner';
import { State } from '#ui/State';

interface Props {
  of: ExamFunction;
  /** `打印考场座次通知单` */
  name: string;
  children?: ReactNode;
}

/** When a function of the calendar opens. Inside its window too it says the truth: not on line yet, the district does it. */
export function Opening({ of, name, children }: Props) {
  const { data: site, dataUpdatedAt, error, refetch } = useQuery(siteQuery);
  if (!site) return error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton />;
  const window = site.session?.windows[of];
  const now = serverTime(site, dataUpdatedAt);
  const over = window && now >= Date.parse(window.closesAt);
  const actions = <ButtonLink to={paths.home}>回到首页</ButtonLink>;
  if (window && !over && now >= Date.parse(window.opensAt))
    return (
      <State
        title={`${name}暂时不能在网上办理`}
        actions={<ButtonLink to={paths.districts}>查看各考区</ButtonLink>}
      >
        <p>办理时间是 {formatSpan(window.opensAt, window.closesAt)}，请本人携带身份证原件到考区办理。</p>
        {children}
      </State>
    );
  return (
    <ClosedState name={name} {...window} over={Boolean(over)} actions={actions}>
      {children}
    </ClosedState>
  );
}
