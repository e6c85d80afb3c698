import type { Profile } from '@zikao/contract/candidates';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { checkFiling } from './check-filing.ts';
import { changeProfile } from './own-profile.ts';
import { showProfile } from './show-profile.ts';

/** 保存信息: everything is checked, and the photo page opens. */
export async function confirmProfile(ctx: Signed): Promise<Profile> {
  await changeProfile(
    ctx,
    async (ctx, { row, answers }) => {
      if (!row.agreedVersion) throw new Problem('profile.notReady', '请先阅读并同意考生须知。');
      const filed = await checkFiling(ctx, answers);
      return row.confirmed ? undefined : { answers: filed.answers, confirmed: true };
    },
    { ifMatch: true },
  );
  return showProfile(ctx);
}
