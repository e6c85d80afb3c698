import type { z } from 'zod';
import type { EnrolmentGate } from '@zikao/contract/enrolments';
import type { ExamSession } from '@zikao/contract/exams';
import { now } from '#platform/clock';
import type { Signed } from '#platform/context';
import { profileStanding } from '#modules/candidates';
import { closedText, windowOf, windowsOf } from '#modules/exams';
import type { EnrolmentRow } from './find.ts';
import { profileFault } from './rules/profile.ts';
import { standingBlock } from './standing-block.ts';
import { chosenDistrict } from './view.ts';

type Gate = z.output<typeof EnrolmentGate>;

/**
 * Why the caller cannot enrol at all now: profile first, then the 考籍状态, then the windows. A district whose own window is still open
 * lets everybody in: the chosen district's window is judged with the answers.
 */
export async function findGate(
  ctx: Signed,
  session: ExamSession,
  row?: EnrolmentRow,
): Promise<Gate | undefined> {
  const missing = profileFault(await profileStanding(ctx, ctx.actor.id));
  if (missing) return { reason: 'profile', title: '基本信息审核通过后才能报考', detail: missing };
  const blocked = await standingBlock(ctx, { candidate: ctx.actor.id, session: session.id });
  if (blocked) return { reason: 'record', title: '您的考籍目前不能报考', detail: blocked };
  const windows = await windowsOf(ctx, session.id, 'enrolment');
  if ([...windows.values()].some(({ open }) => open)) return undefined;
  const window = await windowOf(ctx, session.id, 'enrolment', row && chosenDistrict(row));
  const detail = closedText('enrolment', window, await now(ctx.db));
  return { reason: 'window', title: '现在不在报考时间内', detail };
}
