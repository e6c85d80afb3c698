import { enrolmentForm } from '@zikao/contract/enrolments';
import { type ExamSession, slotsIn } from '@zikao/contract/exams';
import { describe, type DescribedGroup } from '@zikao/contract/forms/form';
import { now } from '#platform/clock';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { profileStanding } from '#modules/candidates';
import { closedText, codeTables, currentText, slotName, windowOf } from '#modules/exams';
import { loadRecord } from '#modules/records';
import { readDraft } from './draft.ts';
import type { EnrolmentRow } from './find.ts';
import { loadFacts } from './load-facts.ts';
import { answerFaults, type EnrolmentAnswers } from './rules/answers.ts';
import { profileFault } from './rules/profile.ts';
import { standingBlock } from './standing-block.ts';
import { chosenDistrict } from './view.ts';

/**
 * The one judgement of an enrolment, for 下一步 and for 提交 alike. Refusals: `profile.needed`, `record.blocked`,
 * `window.closed`, `enrolment.refused` with a sentence per field. Gives the answers and how they read.
 */
export async function judge(
  ctx: Signed,
  row: EnrolmentRow,
  session: ExamSession,
): Promise<{ answers: EnrolmentAnswers; groups: DescribedGroup[] }> {
  const missing = profileFault(await profileStanding(ctx, ctx.actor.id));
  if (missing) throw new Problem('profile.needed', missing);
  const record = await loadRecord(ctx, ctx.actor.id);
  const blocked = await standingBlock(ctx, row, record.standingRows);
  if (blocked) throw new Problem('record.blocked', blocked);
  await refuseClosed(ctx, row, session);
  const { answers, faults } = readDraft(row.answers);
  const district = chosenDistrict(row);
  // What is read out and frozen names the times of the chosen district.
  const slot = slotsIn(session, district).map((one) => ({ code: one.no, name: slotName(one) }));
  const tables = { ...(await codeTables(ctx, ['district', 'major', 'course'])), slot };
  const errors = [
    ...(await agreementFaults(ctx, row)),
    ...(answers
      ? answerFaults(answers, await loadFacts(ctx, session, { district, tables, record }))
      : faults),
  ];
  if (!answers || errors.length) throw new Problem('enrolment.refused', { errors });
  return { answers, groups: describe(enrolmentForm, { ...answers }, tables) };
}

/** `window.closed` with the moment it closed, or opens, for the chosen district. */
export async function refuseClosed(ctx: Signed, row: EnrolmentRow, session: ExamSession): Promise<void> {
  const district = chosenDistrict(row);
  if (!district) return;
  const window = await windowOf(ctx, session.id, 'enrolment', district);
  if (!window?.open) throw new Problem('window.closed', closedText('enrolment', window, await now(ctx.db)));
}

/** Guide 4 (3): the 简章 in force is read and ticked first. */
async function agreementFaults(ctx: Signed, row: EnrolmentRow) {
  const text = await currentText(ctx, 'prospectus');
  if (!text || row.agreedVersion === text.version) return [];
  const message = row.agreedVersion
    ? '报考简章已更新，请重新阅读并勾选'
    : '请先阅读报考简章并勾选“我已阅读并知晓报考简章相关内容及注意事项”';
  return [{ path: 'agreement', message }];
}
