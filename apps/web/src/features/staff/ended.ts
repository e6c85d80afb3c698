import type { SessionEnd } from '@zikao/contract/identity';

interface End {
  title: string;
  text: string;
}

/** Why somebody is signed out: by the province, as the server tells; otherwise by time, or by themselves elsewhere. */
export const ENDED: Readonly<Record<SessionEnd, End>> = {
  deactivated: {
    title: '账号已经停用',
    text: '省考办停用了您的账号，您领取的审核已放回待办。有疑问请联系省考办。',
  },
  changed: {
    title: '账号有变动，请重新登录',
    text: '省考办修改了您的角色或考区，或者重置了密码、动态口令，您领取的审核已放回待办。密码重置过的，请用省考办转交的临时密码登录。',
  },
  signedOut: {
    title: '省考办让您退出了登录',
    text: '可以重新登录。不清楚原因的，请联系省考办。',
  },
};

export const ENDED_OTHERWISE: End = {
  title: '登录已经结束',
  text: '较长时间没有操作，或账号已在别处退出。重新登录后回到这一页。',
};
