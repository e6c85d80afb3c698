import { passRate } from '@zikao/contract/score-statistics';

const whole = new Intl.NumberFormat('zh-CN');

/** 300,000 as a person reads it. */
export const count = (number: number) => whole.format(number);

/** 68.4%; – without anybody. */
export function rate(of: { passed: number; present: number }): string {
  const share = passRate(of);
  return share === null ? '–' : percent(share);
}

export const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

/** +3.2 or −3.2 points beside the session before; nothing to compare: empty. */
export function moved(
  now: { passed: number; present: number },
  before: { passed: number; present: number } | undefined,
): string {
  const [is, was] = [passRate(now), before ? passRate(before) : null];
  if (is === null || was === null) return '';
  const points = (is - was) * 100;
  if (Math.abs(points) < 0.05) return '持平';
  return `${points > 0 ? '+' : '−'}${Math.abs(points).toFixed(1)} 个百分点`;
}
