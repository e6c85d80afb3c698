/** `21 秒`, `2 分 5 秒`; nothing measured: a dash. */
export function secondsText(seconds: number | null): string {
  if (seconds === null) return '—';
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} 秒` : `${Math.floor(whole / 60)} 分 ${whole % 60} 秒`;
}

/** `97.5%`; nothing to compare: a dash. */
export function rateText(rate: number | null): string {
  return rate === null ? '—' : `${Number((rate * 100).toFixed(1))}%`;
}
