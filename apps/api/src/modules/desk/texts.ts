import { maskIdNumber } from '@zikao/contract/codes/id-number';
import { maskPhone } from '@zikao/contract/codes/phone';
import type { DeskKind, DeskState } from '@zikao/contract/desk/lifecycle';

/** What the texts are filled with. `when`: 3月9日 18:00. */
export interface Filling {
  office: string;
  idNumber: string;
  newPhone?: string;
  when?: string;
  note?: string;
}
interface Texts {
  title: string;
  /** Among the messages of the account. */
  message(filling: Filling): string;
  /** To the old number, before the undo code. */
  old(filling: Filling): string;
  /** To the new number. */
  new?(filling: Filling): string;
}

const to = ({ newPhone }: Filling) => (newPhone ? `更换为 ${maskPhone(newPhone)}` : '更换');
const id = ({ idNumber }: Filling) => maskIdNumber(idNumber);
const OBJECT = '如果不是您本人办理，请立即撤销。';

/** Every step of a request in words, by kind: a new step without its texts does not compile. */
export const TEXTS: Record<DeskKind, Record<DeskState, Texts>> = {
  phone: {
    confirming: {
      title: '有人在考区申请更换您的手机号',
      message: (f) =>
        `${f.office}受理了把您账号的手机号${to(f)}的申请，复核后还要等 24 小时才生效。${OBJECT}`,
      old: (f) => `${f.office}受理了把您自考账号的手机号${to(f)}的申请，正在复核。`,
    },
    waiting: {
      title: '您的手机号将要更换',
      message: (f) => `${f.office}为您的账号办理了手机号更换：${to(f)}，${f.when}生效。${OBJECT}`,
      old: (f) => `${f.office}将把您自考账号的手机号${to(f)}，${f.when}生效。`,
      new: (f) => `您在${f.office}办理的自考账号手机号更换已受理，${f.when}生效，届时请用本号码登录。`,
    },
    done: {
      title: '手机号已更换',
      message: (f) => `您账号的手机号已${to(f)}，所有设备已退出登录。忘记密码的，请用新手机号重新设置。`,
      old: (f) => `您自考账号的手机号已${to(f)}，本号码不再用于登录。如有异议请与考区联系。`,
      new: () => '您自考账号的手机号已更换为本号码。忘记密码的，请用本号码重新设置。',
    },
    undone: {
      title: '手机号更换已撤销',
      message: (f) => `考区为您办理的手机号更换已撤销：${f.note}。您的手机号没有变。`,
      old: () => '您自考账号的手机号更换已撤销，手机号没有变。',
      new: () => '在考区办理的自考账号手机号更换已撤销，没有生效。如有疑问请与考区联系。',
    },
    refused: {
      title: '手机号更换没有通过复核',
      message: (f) => `在考区申请的手机号更换没有通过：${f.note}。您的手机号没有变。`,
      old: () => '在考区申请的自考账号手机号更换没有通过复核，手机号没有变。',
      new: () => '在考区申请的自考账号手机号更换没有通过复核，没有生效。请与考区联系。',
    },
    lapsed: {
      title: '手机号更换没有生效',
      message: (f) => `考区为您办理的手机号更换没有生效：${f.note}。`,
      old: () => '您自考账号的手机号更换没有生效，手机号没有变。',
      new: (f) => `在考区办理的自考账号手机号更换没有生效：${f.note}。请与考区联系。`,
    },
  },
  release: {
    confirming: {
      title: '有人称您的账号占用了他的身份证号',
      message: (f) => `${f.office}受理了释放身份证号 ${id(f)} 的申请，复核后还要等 24 小时才生效。${OBJECT}`,
      old: (f) =>
        `${f.office}受理了申请：有人持身份证原件，称您的自考账号占用了身份证号 ${id(f)}，正在复核。`,
    },
    waiting: {
      title: '您的账号将要停用',
      message: (f) =>
        `有人持身份证原件在${f.office}处说明，身份证号 ${id(f)} 被您的账号占用。${f.when}起这个账号停用，身份证号释放给本人。${OBJECT}`,
      old: (f) => `因身份证号 ${id(f)} 的本人到考区核实，您注册的自考账号${f.when}起停用。`,
    },
    done: {
      title: '账号已停用',
      message: () => '您的账号使用了他人的身份证号，已停用。请用本人的身份证号重新注册。',
      old: () =>
        '您注册的自考账号使用了他人的身份证号，已停用。请用本人的身份证号重新注册，可以继续用本手机号。',
    },
    undone: {
      title: '停用已撤销',
      message: (f) => `释放身份证号的申请已撤销：${f.note}。您的账号没有变化。`,
      old: () => '释放身份证号的申请已撤销，您的自考账号没有变化。',
    },
    refused: {
      title: '停用没有通过复核',
      message: (f) => `释放身份证号的申请没有通过：${f.note}。您的账号没有变化。`,
      old: () => '释放身份证号的申请没有通过复核，您的自考账号没有变化。',
    },
    lapsed: {
      title: '停用没有生效',
      message: (f) => `释放身份证号的申请没有生效：${f.note}。您的账号没有变化。`,
      old: () => '释放身份证号的申请没有生效，您的自考账号没有变化。',
    },
  },
};
