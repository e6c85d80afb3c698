import { describe, expect, it } from 'vitest';
import type { CourseState, ProgressGroup } from '@zikao/contract/progress';
import { draw, drawingText, WIDTH } from './draw.ts';

const group = (name: string, states: CourseState[], more: Partial<ProgressGroup> = {}): ProgressGroup => ({
  name,
  rule: '全部合格',
  met: false,
  last: false,
  courses: { done: states.filter((state) => state === 'done').length, inProgress: 0, needed: states.length },
  credits: { done: 10, inProgress: 0, needed: null },
  items: states.map((state, at) => ({
    code: `${name}${at}`,
    name: '课程',
    credits: 5,
    practice: false,
    state,
  })),
  ...more,
});

describe('the picture', () => {
  it.each([1, 2, 16, 30])('keeps %i courses inside its width, without overlap', (courses) => {
    const [row] = draw([
      group(
        '必考',
        Array.from({ length: courses }, () => 'missing'),
      ),
    ]).rows;
    let end = -1;
    for (const { x, width } of row!.segments) {
      expect(width).toBeGreaterThan(0);
      expect(x).toBeGreaterThan(end);
      end = x + width;
    }
    expect(end).toBeLessThanOrEqual(WIDTH + 0.01);
  });

  it('puts what is passed first', () => {
    const [row] = draw([group('选考', ['spare', 'missing', 'done', 'inProgress'])]).rows;
    expect(row!.segments.map(({ state }) => state)).toEqual(['done', 'inProgress', 'missing', 'spare']);
  });

  it('is told in words too', () => {
    const courses = { done: 1, inProgress: 1, needed: 2 };
    expect(drawingText([group('必考', ['done', 'inProgress'], { courses })])).toBe(
      '必考：全部合格，已合格 1 / 2 门，10 学分，在考 1 门',
    );
  });
});
