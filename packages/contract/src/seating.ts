import { lifecycle } from './lifecycle.ts';

/** A run of 考场编排: planned as a job, read as a dry run, published whole, taken back whole. */
export const seatingLifecycle = lifecycle({
  subject: 'seating',
  states: {
    planning: '编排中',
    planned: '试排完成',
    failed: '没有排成',
    cancelled: '已取消',
    published: '已公布',
    withdrawn: '已撤回',
  },
  actions: {
    finish: { from: ['planning'], to: 'planned', by: ['system'], label: '排成' },
    fail: { from: ['planning'], to: 'failed', by: ['system'], label: '没有排成' },
    cancel: { from: ['planning'], to: 'cancelled', by: ['province'], label: '取消编排' },
    publish: { from: ['planned'], to: 'published', by: ['province'], label: '公布座次' },
    rollBack: {
      from: ['planned', 'published'],
      to: 'withdrawn',
      by: ['province'],
      label: '撤回',
      note: true,
    },
  },
});
export type SeatingState = keyof typeof seatingLifecycle.states;
export const SEATING_STATES = Object.keys(seatingLifecycle.states) as [SeatingState, ...SeatingState[]];

/** How somebody came to a seat: by the run, added after publication, moved by hand. */
export const SEAT_ORIGINS = { run: '编排', late: '补排', moved: '调整' } as const;
export type SeatOrigin = keyof typeof SEAT_ORIGINS;
