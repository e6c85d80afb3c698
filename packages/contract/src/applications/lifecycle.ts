import { lifecycle } from '../lifecycle.ts';

/** Who reviews, in this order. */
export const STAGES = ['district', 'province'] as const;
export type Stage = (typeof STAGES)[number];

const RESUMED = '合档已撤销，恢复原来的申请';

/** One for all kinds; `kindActions` leaves out what a kind has no use for. */
export const applicationLifecycle = lifecycle({
  subject: 'application',
  states: {
    draft: '未提交',
    pending: '考区未审核',
    province: '省考办未审核',
    approved: '审核通过',
    rejected: '审核不通过',
    withdrawn: '已撤回',
    collected: '告知单已领取',
  },
  actions: {
    submit: { from: ['draft'], to: 'pending', by: ['candidate'], label: '提交审核' },
    resubmit: { from: ['rejected'], to: 'pending', by: ['candidate'], label: '完善后重新提交' },
    withdraw: {
      from: ['draft', 'pending', 'province', 'rejected'],
      to: 'withdrawn',
      /** `system`: the account is closed (desk). */
      by: ['candidate', 'system'],
      label: '撤回申请',
    },
    visit: { from: ['pending'], to: 'pending', by: ['district'], label: '考区现场审核' },
    visitProvince: { from: ['province'], to: 'province', by: ['province'], label: '省考办现场审核' },
    forward: { from: ['pending'], to: 'province', by: ['district'], label: '考区审核通过，报省考办审核' },
    approve: { from: ['pending'], to: 'approved', by: ['district'], label: '考区审核通过' },
    reject: { from: ['pending'], to: 'rejected', by: ['district'], label: '考区审核不通过', note: true },
    approveProvince: { from: ['province'], to: 'approved', by: ['province'], label: '省考办审核通过' },
    rejectProvince: {
      from: ['province'],
      to: 'rejected',
      by: ['province'],
      label: '省考办审核不通过',
      note: true,
    },
    handOver: { from: ['approved'], to: 'collected', by: ['district'], label: '领取告知单' },
    setAside: {
      from: ['draft', 'pending', 'province', 'rejected'],
      to: 'withdrawn',
      by: ['system'],
      label: '合档，以另一份申请为准',
    },
    /** The 合档 was undone: back to where it was. */
    resumeDraft: { from: ['withdrawn'], to: 'draft', by: ['system'], label: RESUMED },
    resumePending: { from: ['withdrawn'], to: 'pending', by: ['system'], label: RESUMED },
    resumeProvince: { from: ['withdrawn'], to: 'province', by: ['system'], label: RESUMED },
    resumeRejected: { from: ['withdrawn'], to: 'rejected', by: ['system'], label: RESUMED },
  },
});
export type ApplicationState = keyof typeof applicationLifecycle.states;
export type ApplicationAction = keyof typeof applicationLifecycle.actions;

/** The stage that a waiting application is at; undefined: nobody reviews it now. */
export function stageOf(state: ApplicationState): Stage | undefined {
  if (state === 'pending') return 'district';
  return state === 'province' ? 'province' : undefined;
}

/** Still on its way: only one such application of a kind (of a course, where the kind is per course). */
export const OPEN_STATES: readonly ApplicationState[] = ['draft', 'pending', 'province', 'rejected'];

/** What comes again after a rejection waits so long for the officer who rejected it, then for anyone. */
export const RESERVED_HOURS = 24;

/** What the candidate may edit. */
export const EDITABLE_STATES: readonly ApplicationState[] = ['draft', 'rejected'];
