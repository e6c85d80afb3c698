import { asc, eq } from 'drizzle-orm';
import type { Signed } from '#platform/context';
import { ownProfile } from './own-profile.ts';
import { findSubmission } from './submission.ts';
import { formerValues } from './former-values.ts';
import { profileSubmissions } from './tables.ts';
import { timelineOf } from './timeline.ts';

/** For 下载我的数据: the form as it is now and every submission as it was shown. */
export async function ownData(ctx: Signed) {
  const { id } = ctx.actor;
  const { row, answers } = await ownProfile(ctx);
  const numbers = await ctx.db
    .select({ no: profileSubmissions.no })
    .from(profileSubmissions)
    .where(eq(profileSubmissions.profile, id))
    .orderBy(asc(profileSubmissions.no));
  const submissions = [];
  for (const { no } of numbers) {
    const submission = await findSubmission(ctx, id, no);
    if (submission) submissions.push(submission);
  }
  return {
    changes: await formerValues(ctx, id),
    profile: {
      state: row.state,
      photoState: row.photoState,
      answers,
      pictureConsent: row.pictureConsentVersion && {
        version: row.pictureConsentVersion,
        at: row.pictureConsentAt,
      },
      agreement: row.agreedVersion && { version: row.agreedVersion, at: row.agreedAt },
      remark: row.remark,
      timeline: await timelineOf(ctx, id),
      submissions: submissions.map(({ no, at, groups, reasons, card }) => ({
        no,
        at,
        groups,
        reasons,
        ...(card && { card }),
      })),
    },
  };
}
