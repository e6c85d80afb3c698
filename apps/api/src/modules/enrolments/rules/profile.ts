import type { PhotoState, ProfileState } from '@zikao/contract/candidates';

export interface ProfileStanding {
  state: ProfileState;
  photoState: PhotoState;
  agreed: boolean;
  confirmed: boolean;
}

/** What of 基本信息填报 is missing before one may enrol; undefined when it is approved. */
export function profileFault({ state, photoState, agreed, confirmed }: ProfileStanding): string | undefined {
  if (state === 'approved') return undefined;
  if (state === 'rejected') return '您的基本信息审核不通过，请按不通过的原因修改后重新提交。';
  if (state === 'pending')
    return photoState === 'desk'
      ? '您的基本信息等待考区审核。请先携带本人有效身份证件前往考区线下采集照片。'
      : '您的基本信息正在等待考区审核，审核通过后即可报考。';
  const missing = [
    ...(agreed ? [] : ['阅读并同意考生须知']),
    ...(confirmed ? [] : ['填写并保存基本信息']),
    ...(photoState === 'passed' || photoState === 'collected' ? [] : ['上传照片并提交验证']),
  ];
  return `您的基本信息还没有提交考区审核。${missing.length ? `还差：${missing.join('、')}。` : ''}`;
}
