import { eq, sql } from 'drizzle-orm';
import type { Enrolment } from '@zikao/contract/enrolments';
import { appNow } from '#platform/clock';
import { transaction, type Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { currentText } from '#modules/exams';
import { getEnrolmentRow, getSession } from './find.ts';
import { enrolments } from './tables.ts';
import { enrolmentView } from './view.ts';

/** The tick under the 报考简章; stored with the version that was read, which must be the one in force. */
export async function agreeToProspectus(
  ctx: Signed,
  { body }: { body: { version: string } },
): Promise<Enrolment> {
  const session = await getSession(ctx);
  return transaction(ctx, async (ctx) => {
    const row = await getEnrolmentRow(ctx, session.id, { lock: true });
    const text = await currentText(ctx, 'prospectus');
    if (text?.version !== body.version) throw new Problem('conflict', '报考简章已更新，请重新阅读。');
    if (row.agreedVersion === body.version) return enrolmentView(ctx, row, session);
    const [agreed] = await ctx.db
      .update(enrolments)
      .set({
        agreedVersion: body.version,
        agreedAt: appNow,
        version: sql`${enrolments.version} + 1`,
      })
      .where(eq(enrolments.id, row.id))
      .returning();
    return enrolmentView(ctx, agreed!, session);
  });
}
