import type { Profile } from '@zikao/contract/candidates';
import { currentText } from '#modules/exams';
import { now } from '#platform/clock';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { changeProfile } from './own-profile.ts';
import { showProfile } from './show-profile.ts';

/** Remembers which version of 考生须知 was agreed to; only the one in force can be. */
export async function agreeToNotice(ctx: Signed, version: string): Promise<Profile> {
  const text = await currentText(ctx, 'candidateNotice');
  if (text?.version !== version) throw new Problem('conflict', '考生须知已更新，请重新阅读后再同意。');
  await changeProfile(ctx, async (ctx, { row }) =>
    row.agreedVersion === version ? undefined : { agreedVersion: version, agreedAt: await now(ctx.db) },
  );
  return showProfile(ctx);
}
