import type { Profile } from '@zikao/contract/candidates';
import { paths } from '#paths';
import { formatMoment } from '#ui/dates';
import type { NextAction } from './next-action.ts';
import type { Stand } from './stand.ts';

const toProfile = (button: string) => ({ to: paths.profile, button });

/** Until the district has approved the profile, it is what matters. */
export function profileAction(profile: Profile, window: Stand): NextAction {
  const until = window.is === 'open' ? window.closesAt : undefined;
  if (profile.state === 'pending') return pendingProfile(profile, until);
  if (profile.state === 'rejected')
    return {
      needsYou: true,
      title: '修改基本信息，重新提交',
      text: `考区审核不通过，共 ${profile.reasons.length} 条原因。请按提示修改，或携带本人有效身份证件到考区办理。`,
      until,
      ...toProfile('查看原因并修改'),
    };
  if (window.is !== 'open') return closedProfile(window);
  return { ...draftProfile(profile), until, needsYou: true };
}

function draftProfile({ agreement, confirmed, photo }: Profile): Omit<NextAction, 'needsYou'> {
  if (!agreement)
    return {
      title: '完成基本信息填报',
      text: '先填写个人信息、上传身份证图片和照片，考区审核通过后就可以报考课程。可以随时停下，填过的内容会自动保存。',
      ...toProfile('开始填报'),
    };
  if (!confirmed)
    return {
      title: '继续基本信息填报',
      text: '已填写的内容都保存着，从上次停下的地方继续。',
      ...toProfile('继续填报'),
    };
  if (photo.choiceNeeded)
    return {
      title: '选择照片的办理方式',
      text: '照片验证三次没有成功，请选择继续上传，还是到考区线下采集。',
      ...toProfile('去选择'),
    };
  if (photo.state === 'failed')
    return {
      title: '重新上传照片',
      text: '上次的照片验证没有通过，请按提示重新拍摄或选择。',
      ...toProfile('上传照片'),
    };
  return {
    title: '上传照片，提交验证',
    text: '信息已经保存，还差照片。提交验证成功后，资料就交给考区审核。',
    ...toProfile('上传照片'),
  };
}

function closedProfile(window: Stand): NextAction {
  const button = toProfile('先填写基本信息');
  if (window.is === 'before')
    return {
      needsYou: false,
      title: `注册报名 ${formatMoment(window.opensAt)} 开放`,
      text: '可以先填写并保存，开放后再提交给考区审核。',
      ...button,
    };
  if (window.is === 'over')
    return {
      needsYou: false,
      title: '本次注册报名已经截止',
      text: `截止时间是 ${formatMoment(window.closesAt)}。可以先填写并保存，下次开放后再提交。`,
      ...button,
    };
  return {
    needsYou: false,
    title: '注册报名的时间还没有公布',
    text: '可以先填写并保存，时间公布后会显示在这里。',
    ...button,
  };
}

function pendingProfile({ photo, district }: Profile, until: string | undefined): NextAction {
  const office = district ? `${district.name}考区` : '考区';
  if (photo.state === 'desk')
    return {
      needsYou: true,
      title: '到考区线下采集照片',
      text: `请本人携带有效身份证件到${office}采集照片，采集后由考区审核。`,
      until,
      ...toProfile('查看办理事项'),
    };
  return {
    needsYou: false,
    title: '等待考区审核',
    text: `基本信息已提交给${office}，审核结果会显示在这里，并发消息告诉您。审核通过后就可以报考课程。`,
    ...toProfile('查看填报情况'),
  };
}
