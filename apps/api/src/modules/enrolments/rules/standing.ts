import type { Standing } from '@zikao/contract/records';

/** 转出冻结 and 停考 close 报考, 延迟毕业 does not. Given: how it stands today and on each day of the exam. */
export function standingFault(standings: readonly Standing[]): string | undefined {
  return standings.find(({ state }) => state === 'frozen' || state === 'suspended')?.detail;
}
