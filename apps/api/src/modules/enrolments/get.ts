import type { Given } from '@zikao/contract/endpoint';
import type { getEnrolment as contract } from '@zikao/contract/enrolments';
import type { Signed } from '#platform/context';
import { currentSession } from '#modules/exams';
import { findEnrolment } from './find.ts';
import { findGate } from './gate.ts';
import { enrolmentView } from './view.ts';

/** The caller's enrolment of this session, if begun, and why nothing can be done now, if so. */
export async function getEnrolment(ctx: Signed): Promise<Given<typeof contract>> {
  const session = await currentSession(ctx);
  if (!session)
    return {
      version: 0,
      gate: { reason: 'session', title: '目前没有可以报考的考次', detail: '请留意省考办发布的公告。' },
      enrolment: null,
    };
  const row = await findEnrolment(ctx, session.id);
  const gate = await findGate(ctx, session, row);
  return {
    version: row?.version ?? 0,
    ...(gate && { gate }),
    enrolment: row ? await enrolmentView(ctx, row, session) : null,
  };
}
