import { and, eq } from 'drizzle-orm';
import { PROFILE_LABELS } from '@zikao/contract/profile-form';
import { type Decision, decisionMessage } from '@zikao/contract/review';
import { districtName } from '#modules/exams';
import { act, emit } from '#platform/act';
import { appNow } from '#platform/clock';
import { transaction, type Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { sealAnswers } from './answers.ts';
import { findMine } from './find-mine.ts';
import { admissionNumberFor } from './issue-number.ts';
import { NO_VERIFICATION, type ProfileFile } from './own-profile.ts';
import { reserve } from './reserve.ts';
import { profileSubject } from './subject.ts';
import { findSubmission, type ProfileSubmission } from './submission.ts';
import { profileSubmissions } from './tables.ts';

export interface Decided {
  state: 'approved' | 'rejected';
  admissionNumber?: string;
  /** What the candidate reads. */
  message: string;
}

/**
 * The district's decision on the submission `no` it has seen, in one transaction with the admission number and the
 * message; the caller traces it. Refused: `notFound` (not of the own district), `request.stale` (a newer submission),
 * `conflict` (already decided, or approving while the photo is still to be taken). Safe inside a transaction.
 */
export function decideProfile(ctx: Signed, id: string, no: number, decision: Decision): Promise<Decided> {
  return transaction(ctx, async (ctx) => {
    const file = await findMine(ctx, id);
    if (file.row.submission !== no) throw new Problem('request.stale', '考生已重新提交，请刷新后再审核。');
    if (file.row.state !== 'pending') throw new Problem('conflict', '这件已经审核过了。');
    const submission = (await findSubmission(ctx, id, no))!;
    const office = await districtName(ctx, submission.district);
    const message = decisionMessage('profiles', decision, PROFILE_LABELS, office);
    if (decision.decision === 'reject') {
      await reject(ctx, file, submission, message, decision);
      return { state: 'rejected', message };
    }
    const blocked = blockedBy(submission);
    if (blocked) throw new Problem('conflict', blocked);
    const admissionNumber = await approve(ctx, file, submission, message, decision.remark);
    return { state: 'approved', admissionNumber, message };
  });
}

/** Why a submission cannot be approved yet; undefined when it can. */
export function blockedBy({ photoState }: Pick<ProfileSubmission, 'photoState'>): string | undefined {
  return photoState === 'desk' ? '照片待线下采集，请先为考生现场采集照片，再审核通过。' : undefined;
}

/** What was approved is the file from now on: later edits of the working draft, never submitted, are dropped. */
async function approve(
  ctx: Signed,
  { row, person }: ProfileFile,
  submission: ProfileSubmission,
  message: string,
  remark?: string,
): Promise<string> {
  await act(ctx, profileSubject, 'approve', row.id, {
    set: {
      answers: sealAnswers(ctx.keys, submission.answers, person),
      photo: submission.pictures.photo ?? null,
      photoState: submission.photoState,
      ...NO_VERIFICATION,
      judgement: submission.judgement ?? null,
      confirmed: true,
      reasons: [],
      remark: remark || null,
      reviewedAt: appNow,
      reviewer: ctx.actor.id,
      ...reserve(null),
      version: row.version + 1,
    },
    note: { no: submission.no, ...(remark && { text: remark }) },
  });
  await mark(ctx, row.id, submission.no, { decision: 'approve' });
  const admissionNumber = await admissionNumberFor(ctx, row.id, submission.district);
  await emit(ctx, 'profile.approved', { candidate: row.id, message, admissionNumber });
  return admissionNumber;
}

async function reject(
  ctx: Signed,
  { row }: ProfileFile,
  submission: ProfileSubmission,
  message: string,
  { reasons, remark }: Extract<Decision, { decision: 'reject' }>,
): Promise<void> {
  const lines = reasons.map(({ field, text }) => `${PROFILE_LABELS[field] ?? '其他'}：${text}`);
  await act(ctx, profileSubject, 'reject', row.id, {
    set: {
      reasons,
      remark: remark || null,
      reviewedAt: appNow,
      reviewer: ctx.actor.id,
      ...reserve(null),
      version: row.version + 1,
    },
    note: { no: submission.no, text: [...lines, ...(remark ? [remark] : [])].join('；') },
  });
  await mark(ctx, row.id, submission.no, { decision: 'reject', reasons });
  await emit(ctx, 'profile.rejected', { candidate: row.id, message });
}

/** Notes on a submission what became of it. */
async function mark(
  ctx: Signed,
  id: string,
  no: number,
  set: Partial<Pick<typeof profileSubmissions.$inferInsert, 'decision' | 'reasons'>>,
): Promise<void> {
  await ctx.db
    .update(profileSubmissions)
    .set(set)
    .where(and(eq(profileSubmissions.profile, id), eq(profileSubmissions.no, no)));
}
