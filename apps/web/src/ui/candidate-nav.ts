import { generatePath } from 'react-router';
import { KINDS } from '@zikao/contract/applications/kinds/index';
import { paths, slugOf } from '#paths';

export type NavLinkItem = { label: string; to: string };
export type NavGroup = { label: string; to?: string; items?: readonly NavLinkItem[] };

/** The menus at the top of every candidate page, with the guide's names. */
export const candidateNav: readonly NavGroup[] = [
  { label: '首页', to: paths.home },
  {
    label: '报名报考',
    items: [
      { label: '基本信息填报', to: paths.profile },
      { label: '报考信息填报', to: paths.enrolment },
    ],
  },
  { label: '打印', items: [{ label: '考场座次通知单', to: paths.seatNotice }] },
  {
    label: '申请',
    items: Object.values(KINDS).map(({ key, title }) => ({
      label: title,
      to: generatePath(paths.applications, { kind: slugOf(key) }),
    })),
  },
  {
    label: '查询',
    items: [
      { label: '成绩查询', to: paths.scores },
      { label: '合格成绩', to: paths.passed },
      { label: '报考与座位', to: paths.seats },
      { label: '申请进度', to: paths.progress },
      { label: '毕业进度', to: paths.graduation },
      { label: '开考计划与课程表', to: paths.catalogue },
    ],
  },
];

/** Whether a page belongs to a link: the page itself or anything below it. */
export function covers(to: string, pathname: string): boolean {
  return pathname === to || pathname.startsWith(`${to}/`);
}

export function coversGroup(group: NavGroup, pathname: string): boolean {
  return (
    (group.to !== undefined && covers(group.to, pathname)) ||
    (group.items?.some((item) => covers(item.to, pathname)) ?? false)
  );
}
