import type { Obstacle, Progress, ProgressCourse } from '@zikao/contract/progress';
import type { Surroundings } from './facts.ts';
import type { Judged } from './judge.ts';

/** What to do now, in one or two sentences. */
export function nextStep(
  { groups, papersDone }: Judged,
  obstacles: readonly Obstacle[],
  { enrolment }: Surroundings,
  momentText: (moment: string) => string,
): Progress['next'] {
  const [first] = obstacles;
  if (first) return { text: `${first.title}。${first.detail}`, to: 'districts' };
  if (groups.every(({ met }) => met) && papersDone)
    return { text: '课程已全部合格。毕业申请的时间和地点，请留意通知公告。', to: 'notices' };
  if (papersDone)
    return { text: '课程已全部合格，接下来是毕业考核。请联系主考学校，并留意通知公告。', to: 'notices' };
  const all = groups.flatMap(({ items }) => items);
  const sat = all.filter(({ state }) => state === 'inProgress');
  const open = all.filter(isOpen);
  const fits = halfDays(open, sat);
  if (fits > 0 && enrolment && enrolment.is !== 'over') {
    const can = `${enrolment.name}开考您还差的课程 ${open.length} 门，按半天计算最多能报考 ${fits} 门`;
    return enrolment.is === 'open'
      ? { text: `${can}，报考 ${momentText(enrolment.closesAt)} 截止。`, to: 'enrolment' }
      : { text: `${can}，${momentText(enrolment.opensAt)} 开始报考。`, to: 'enrolment' };
  }
  if (sat.length) return { text: `正在考 ${sat.length} 门，成绩公布后这里随之更新。`, to: 'seats' };
  const name = enrolment?.is === 'over' ? `${enrolment.name}的报考已截止` : '本考次没有开考您还差的课程';
  return { text: `${name}，请留意下一考次的课程表。`, to: 'catalogue' };
}

/** Offered, still of use, and nothing has to be passed before it. */
const isOpen = ({ state, offered, after }: ProgressCourse) =>
  ['missing', 'choice'].includes(state) && offered !== undefined && after === undefined;

/** One course per half-day, and none in a half-day that is taken. */
function halfDays(open: readonly ProgressCourse[], sat: readonly ProgressCourse[]): number {
  const taken = new Set(sat.map(({ when }) => when));
  return new Set(open.flatMap(({ offered }) => (taken.has(offered) ? [] : [offered]))).size;
}
