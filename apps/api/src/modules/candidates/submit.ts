import type { PhotoState } from '@zikao/contract/candidates';
import type { Answers, PictureKind } from '@zikao/contract/forms/fields';
import { describe } from '@zikao/contract/forms/form';
import type { CardText } from '@zikao/contract/verification';
import { profileForm } from '@zikao/contract/profile-form';
import { requireOpen } from '#modules/exams';
import { act, emit } from '#platform/act';
import { appNow } from '#platform/clock';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { checkFiling } from './check-filing.ts';
import { lockProfile, type ProfileFile, refuseClosed } from './own-profile.ts';
import { reserve } from './reserve.ts';
import { profileSubject } from './subject.ts';
import { sealCard, sealSubmission } from './submission.ts';
import { profileSubmissions } from './tables.ts';

const SUBMITTABLE: readonly PhotoState[] = ['passed', 'desk', 'collected'];

/** Before anything that ends in a submission: 保存信息 was pressed, and the chosen district's window is open. */
export async function requireReady(ctx: Signed, file: ProfileFile): Promise<void> {
  requireConfirmed(file);
  await requireOpen(ctx, 'profile', String(file.answers.district));
  await checkFiling(ctx, file.answers);
}

function requireConfirmed({ row }: ProfileFile): void {
  refuseClosed(row);
  if (!row.confirmed) throw new Problem('profile.notReady');
}

/** What a verification adds: when it was asked for, and what was read on the card. */
interface Asked {
  at?: Date;
  card?: CardText;
}

/**
 * Hands the caller's working draft to its district, frozen as it is shown. Inside the transaction that settled the
 * photo; the window is judged again when that commits, unless it was when the verification was asked for. The submission
 * before stays, for the reviewer to compare.
 */
export async function submitProfile(ctx: Signed, { at, card }: Asked = {}): Promise<void> {
  const file = await lockProfile(ctx, ctx.actor.id);
  if (at) requireConfirmed(file);
  else await requireReady(ctx, file);
  const { row } = file;
  if (!SUBMITTABLE.includes(row.photoState)) throw new Problem('conflict');
  const { answers, tables } = await checkFiling(ctx, file.answers);
  const no = row.submission + 1;
  const { name, district } = answers as { name: string; district: string };
  await ctx.db.insert(profileSubmissions).values({
    profile: row.id,
    no,
    ...sealSubmission(ctx.keys, answers, describe(profileForm, answers, tables)),
    district,
    pictures: picturesOf(answers, row.photo),
    photoState: row.photoState,
    judgement: row.judgement,
    ...(card && { card: sealCard(ctx.keys, card) }),
    ...(at && { at }),
  });
  await act(ctx, profileSubject, 'submit', row.id, {
    set: {
      name,
      district,
      submission: no,
      submittedAt: at ?? appNow,
      reviewedAt: null,
      reasons: [],
      remark: null,
      version: row.version + 1,
      // Who decided on it before knows it; of another district they could not see it.
      ...reserve(row.district === district ? row.reviewer : null),
    },
    note: { no },
  });
  await emit(ctx, 'profile.submitted', { candidate: row.id, no });
}

function picturesOf(answers: Answers, photo: string | null): Partial<Record<PictureKind, string>> {
  const { cardPortrait, cardEmblem } = answers as Record<'cardPortrait' | 'cardEmblem', string>;
  return { cardPortrait, cardEmblem, ...(photo && { photo }) };
}
