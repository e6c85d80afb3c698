import type { Profile } from '@zikao/contract/candidates';
import { currentText } from '#modules/exams';
import { now } from '#platform/clock';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { changeProfile } from './own-profile.ts';
import { showProfile } from './show-profile.ts';

/** Remembers the privacy notice under which card and face images may be checked; only the one in force can be. */
export async function consentToPictures(ctx: Signed, version: string): Promise<Profile> {
  const text = await currentText(ctx, 'privacy');
  if (text?.version !== version)
    throw new Problem('conflict', '个人信息处理告知已更新，请重新阅读后再勾选。');
  await changeProfile(ctx, async (ctx, { row }) =>
    row.pictureConsentVersion === version
      ? undefined
      : { pictureConsentVersion: version, pictureConsentAt: await now(ctx.db) },
  );
  return showProfile(ctx);
}
