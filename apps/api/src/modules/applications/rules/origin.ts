import type { Approved } from './rule.ts';

/** What an effect signs its entries with: the same approval twice writes once, the next one writes anew. */
export const sourceOf = ({ id, no }: Pick<Approved, 'id' | 'no'>): string => `application:${id}:${no}`;

/** 2026 年 10 月, of an ISO date. */
export function monthOf(date: string): string {
  const [year, month] = date.split('-').map(Number);
  return `${year} 年 ${month} 月`;
}
