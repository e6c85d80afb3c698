import type { Signed } from '#platform/context';
import { ownRows } from './gate.ts';
import { submissionsOf } from './find.ts';
import { openDraft, openOutcome } from './seal.ts';

/** For 下载我的数据: every application with all its submissions and what the office filled in. */
export async function ownData(ctx: Signed) {
  const applications = [];
  for (const row of await ownRows(ctx)) {
    const submissions = await submissionsOf(ctx, row.id);
    applications.push({
      kind: row.kind,
      session: row.session,
      state: row.state,
      answers: openDraft(ctx.keys, row.answers),
      agreement: row.agreedVersion && { version: row.agreedVersion, at: row.agreedAt },
      reviewedAt: row.reviewedAt,
      remark: row.remark,
      visitedAt: row.visitedAt,
      outcome: openOutcome(ctx.keys, row.outcome).groups,
      submissions: submissions.map(({ no, at, groups, reasons }) => ({ no, at, groups, reasons })),
    });
  }
  return { applications };
}
