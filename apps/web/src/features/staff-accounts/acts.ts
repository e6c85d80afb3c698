import * as contract from '@zikao/contract/staff';
import { call } from '#api/client';

interface Input {
  params: { account: string };
  body: { reason: string };
}

/** What the province does with somebody else's account, with a reason; `told` where a temporary password comes of it. */
export interface Act {
  title: string;
  what: string;
  hint: string;
  run: (input: Input) => Promise<Given | undefined>;
}
export interface Given {
  password: string;
  until: string;
}

/** All that is asked for with no more than a reason, in the order of the page. */
export const ACTS: Readonly<Record<Exclude<contract.StaffAction, 'change'>, Act>> = {
  resetPassword: {
    title: '重置密码',
    what: '随即退出全部登录，给出新的临时密码，本人登录时换成自己的。请先核实是本人。',
    hint: '如：本人来电，忘记密码，已核实',
    run: (input) => call(contract.resetStaffPassword, input),
  },
  resetTotp: {
    title: '重置动态口令',
    what: '随即退出全部登录，下次登录时重新设置动态口令。请先核实是本人。',
    hint: '如：更换手机，已核实',
    run: async (input) => void (await call(contract.resetStaffTotp, input)),
  },
  signOut: {
    title: '退出全部登录',
    what: '所有设备随即退出，领取的审核放回待办。密码不变，可以重新登录。',
    hint: '如：电脑忘记退出',
    run: async (input) => void (await call(contract.signOutStaff, input)),
  },
  deactivate: {
    title: '停用账号',
    what: '随即退出全部登录，不能再登录；领取的审核放回待办，还没有生效的决定不再生效。记录都保留，以后可以重新启用。',
    hint: '如：调离岗位',
    run: async (input) => void (await call(contract.deactivateStaff, input)),
  },
  reactivate: {
    title: '重新启用',
    what: '给出新的临时密码，本人登录时换成自己的。动态口令不变。',
    hint: '如：返回原岗位',
    run: (input) => call(contract.reactivateStaff, input),
  },
};

/** One device of theirs. */
export const signOutOf = (session: string): Act => ({
  title: '退出这台设备',
  what: '这台设备随即退出登录，其他设备不受影响。',
  hint: '如：公用电脑忘记退出',
  run: async ({ params, body }) =>
    void (await call(contract.signOutStaff, { params, body: { ...body, session } })),
});
