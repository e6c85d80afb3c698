import type { CourseState, ProgressGroup } from '@zikao/contract/progress';

/** Units of the drawing; it is shown about as many pixels wide, on a phone too. */
export const WIDTH = 320;
const GAP = 3;
const WIDEST = 44;
const ROW = 68;

export interface Segment {
  code: string;
  state: CourseState;
  x: number;
  width: number;
}
export interface DrawnGroup {
  name: string;
  sum: string;
  y: number;
  segments: Segment[];
}

const ORDER: CourseState[] = ['done', 'inProgress', 'missing', 'choice', 'spare'];

/** Every group as a row of equal pieces, one per course: what is passed first, what is not needed last. */
export function draw(groups: readonly ProgressGroup[]): { rows: DrawnGroup[]; height: number } {
  const rows = groups.map((group, at) => ({
    name: shorten(group.name || '课程'),
    sum: sumText(group),
    y: at * ROW,
    segments: segmentsOf(group),
  }));
  return { rows, height: Math.max(0, rows.length * ROW - 12) };
}

function segmentsOf({ items }: ProgressGroup): Segment[] {
  const width = Math.min(WIDEST, (WIDTH - GAP * (items.length - 1)) / items.length);
  return items
    .toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
    .map(({ code, state }, at) => ({ code, state, x: at * (width + GAP), width }));
}

/** 9 / 16 门，41 学分 */
export function sumText({ courses, credits, last }: ProgressGroup): string {
  const of = courses.needed === null ? `${courses.done} 门` : `${courses.done} / ${courses.needed} 门`;
  if (last) return of;
  return credits.needed === null
    ? `${of}，${credits.done} 学分`
    : `${of}，${credits.done} / ${credits.needed} 学分`;
}

const shorten = (name: string) => (name.length > 9 ? `${name.slice(0, 8)}…` : name);

/** The whole drawing in words, for whoever cannot see it; the table says the rest. */
export const drawingText = (groups: readonly ProgressGroup[]): string =>
  groups
    .map((group) => {
      const sat = group.courses.inProgress;
      return `${group.name || '课程'}：${group.rule}，已合格 ${sumText(group)}${sat ? `，在考 ${sat} 门` : ''}`;
    })
    .join('；');
