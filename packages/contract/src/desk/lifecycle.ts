import { lifecycle } from '../lifecycle.ts';

/** What only the desk can do to an account, because its owner cannot prove the phone or the ID number online. */
export const DESK_KINDS = ['phone', 'release'] as const;
export type DeskKind = (typeof DESK_KINDS)[number];
export const DESK_KIND_NAMES: Record<DeskKind, string> = {
  phone: '更换手机号',
  release: '释放被占用的身份证号',
};

/** So long a request can be undone before it takes effect by itself. */
export const UNDO_HOURS = 24;
/** How many requests of one officer in 24 hours: more is not what a desk does. */
export const MOST_REQUESTS_A_DAY = 20;

export const deskLifecycle = lifecycle({
  subject: 'desk',
  states: {
    confirming: '待复核',
    waiting: '等待生效',
    done: '已生效',
    undone: '已撤销',
    refused: '复核不同意',
    lapsed: '未能生效',
  },
  actions: {
    confirm: { from: ['confirming'], to: 'waiting', by: ['district', 'province'], label: '复核同意' },
    refuse: {
      from: ['confirming'],
      to: 'refused',
      by: ['district', 'province'],
      label: '复核不同意',
      note: true,
    },
    /** `system`: by the code sent to the old number, without signing in. */
    undo: {
      from: ['confirming', 'waiting'],
      to: 'undone',
      by: ['candidate', 'district', 'province', 'system'],
      label: '撤销',
      note: true,
    },
    takeEffect: { from: ['waiting'], to: 'done', by: ['system'], label: '生效' },
    lapse: { from: ['waiting'], to: 'lapsed', by: ['system'], label: '未能生效' },
  },
});
export type DeskState = keyof typeof deskLifecycle.states;
export type DeskAction = keyof typeof deskLifecycle.actions;

/** Not decided yet: one per account. */
export const OPEN_DESK_STATES: readonly DeskState[] = ['confirming', 'waiting'];

/** Who must agree besides the officer who asked, the weakest first. */
export const SECOND_LOOKS = ['nobody', 'colleague', 'province'] as const;
export type SecondLook = (typeof SECOND_LOOKS)[number];
export const SECOND_LOOK_NAMES: Record<SecondLook, string> = {
  nobody: '不需复核',
  colleague: '由另一名工作人员复核',
  province: '由省考办复核',
};

/** What is at stake with an account, as it is at this moment. */
export interface Stake {
  /** Its file was approved, or it has an admission number. */
  approved: boolean;
  /** Its file belongs to another district than the one that asks. */
  elsewhere: boolean;
  /** Its owner undid an earlier request: two people claim it. */
  contested: boolean;
}

/** Who must agree (docs/decisions/desk-requests.md): the more there is to lose, the further away. */
export function secondLookAt(kind: DeskKind, { approved, elsewhere, contested }: Stake): SecondLook {
  if (contested || elsewhere) return 'province';
  if (!approved) return 'nobody';
  return kind === 'phone' ? 'colleague' : 'province';
}

/** Whether `had` is at least what is called for. */
export const isEnough = (had: SecondLook, called: SecondLook): boolean =>
  SECOND_LOOKS.indexOf(had) >= SECOND_LOOKS.indexOf(called);
