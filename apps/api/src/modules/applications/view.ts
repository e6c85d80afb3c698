import { isDeepStrictEqual } from 'node:util';
import { inProvince, kindActions, type Kind, papersOf, stateName } from '@zikao/contract/applications/kind';
import type { Application, ApplicationHead } from '@zikao/contract/applications/shapes';
import type { Answers } from '@zikao/contract/forms/fields';
import type { Signed } from '#platform/context';
import { referenceOf } from '#modules/candidates';
import { findProvince, sessionNames, windowOf } from '#modules/exams';
import { chosenDistrict, withOnFile } from './answers.ts';
import { getKind } from './find-kind.ts';
import { type ApplicationRow, submissionsOf } from './find.ts';
import { onFileOf } from './load-facts.ts';
import { openDraft, openOutcome } from './seal.ts';
import { sessionOf } from './session-of.ts';
import { timelinesOf } from './timeline.ts';
import { visitOf } from './visit-of.ts';

/** What the candidate sees of an application; the window is the chosen district's, or else the province's. */
export async function applicationView(ctx: Signed, row: ApplicationRow): Promise<Application> {
  const kind = getKind(ctx, row.kind);
  const answers = withOnFile(kind.form, openDraft(ctx.keys, row.answers), await onFileOf(ctx, row.candidate));
  const [last, ...earlier] = await submissionsOf(ctx, row.id);
  const session = (await sessionOf(ctx, kind, row))?.id ?? row.session;
  const visit = await visitOf(ctx, row);
  const province = await findProvince(ctx);
  return {
    ...common(kind, row, ctx),
    version: row.version,
    session: (await sessionNames(ctx)).get(row.session) ?? row.session,
    window: await windowOf(ctx, session, kind.window, chosenDistrict(answers)),
    answers,
    ...(row.agreedVersion && {
      agreement: { version: row.agreedVersion, at: row.agreedAt!.toISOString() },
    }),
    ...(row.savedAt && { savedAt: row.savedAt.toISOString() }),
    ...(last && { submission: { no: last.no, at: last.at.toISOString(), groups: last.groups } }),
    earlier: earlier.map(({ no, at, groups, reasons }) => ({ no, at: at.toISOString(), groups, reasons })),
    ...(row.reviewedAt && { reviewedAt: row.reviewedAt.toISOString() }),
    reasons: row.reasons,
    ...(row.remark && { remark: row.remark }),
    ...(visit && { visit }),
    outcome: openOutcome(ctx.keys, row.outcome).groups,
    papers: papersOf(kind, row.state).map((paper) => ({
      key: paper.key,
      title: inProvince(paper.title, province?.name ?? ''),
    })),
    timeline: (await timelinesOf(ctx, [row.id])).get(row.id) ?? [],
    changed: last !== undefined && !saysTheSame(answers, last.answers),
  };
}

/** One line of the list. */
export function headOf(kind: Kind, row: ApplicationRow, no: number, ctx: Signed): ApplicationHead {
  return {
    ...common(kind, row, ctx),
    no,
    ...(row.submittedAt && { submittedAt: row.submittedAt.toISOString() }),
  };
}

function common(kind: Kind, row: ApplicationRow, { actor }: Signed) {
  return {
    id: row.id,
    kind: kind.key,
    reference: referenceOf(row.id),
    state: row.state,
    stateName: stateName(kind, row.state),
    actions: kindActions(kind, row.state, actor.role),
    summary: row.summary,
  };
}

/** What the files look like on the way to the database and back: undefined keys are gone. */
const saysTheSame = (draft: Answers, submitted: Answers) =>
  isDeepStrictEqual(JSON.parse(JSON.stringify(draft)), submitted);
