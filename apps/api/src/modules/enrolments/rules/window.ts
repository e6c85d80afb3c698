import type { Window } from '@zikao/contract/exams';

const SHANGHAI = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Why one cannot enrol at that moment; undefined when the window is open. `at` is ISO like the window's ends. */
export function windowFault(window: Window | null, at: Date): string | undefined {
  if (!window) return '本考次的报考时间还没有公布';
  if (at < new Date(window.opensAt)) return `报考将于 ${momentText(window.opensAt)} 开始`;
  if (at >= new Date(window.closesAt)) return `报考已于 ${momentText(window.closesAt)} 截止`;
  return undefined;
}

/** 3月8日 18:00, in Asia/Shanghai. */
function momentText(iso: string): string {
  const part = Object.fromEntries(
    SHANGHAI.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]),
  );
  return `${part.month}月${part.day}日 ${part.hour}:${part.minute}`;
}
