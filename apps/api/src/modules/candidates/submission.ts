import { and, asc, desc, eq, isNull, lt } from 'drizzle-orm';
import type { PhotoState, Reason } from '@zikao/contract/candidates';
import type { Answers, PictureKind } from '@zikao/contract/forms/fields';
import type { DescribedGroup } from '@zikao/contract/forms/form';
import type { Judgement } from '@zikao/contract/measures';
import type { CardText } from '@zikao/contract/verification';
import type { Ctx, Signed } from '#platform/context';
import { decryptText, encrypt, type Keys } from '#platform/crypto';
import { Problem } from '#platform/problem';
import { profileScope } from './scope.ts';
import { profiles, profileSubmissions } from './tables.ts';

const ANSWERS = 'profile_submissions.answers';
const CARD = 'profile_submissions.card';
const GROUPS = 'profile_submissions.groups';

export interface ProfileSubmission {
  no: number;
  at: Date;
  district: string;
  answers: Answers;
  /** The rows as they were shown when submitted. */
  groups: DescribedGroup[];
  pictures: Partial<Record<PictureKind, string>>;
  /** `desk`: the photo is still to be taken. */
  photoState: PhotoState;
  judgement?: Judgement;
  /** What was read on the card. */
  card?: CardText;
  reasons: Reason[];
}

/**
 * One submission within the caller's scope, opened, and the one decided on before it, to show what changed. Throws `notFound`.
 * Whoever shows it to staff traces the view.
 */
export async function loadSubmission(
  ctx: Signed,
  id: string,
  no: number,
): Promise<ProfileSubmission & { previous?: ProfileSubmission }> {
  const [mine] = await ctx.db
    .select({ id: profiles.id })
    .from(profiles)
    .where(and(eq(profiles.id, id), profileScope(ctx.actor)));
  const submission = mine && (await findSubmission(ctx, id, no));
  if (!submission) throw new Problem('notFound');
  const previous = await findPrevious(ctx, id, no);
  return { ...submission, ...(previous && { previous }) };
}

export async function findSubmission(
  ctx: Ctx,
  id: string,
  no: number,
): Promise<ProfileSubmission | undefined> {
  const [row] = await ctx.db
    .select()
    .from(profileSubmissions)
    .where(and(eq(profileSubmissions.profile, id), eq(profileSubmissions.no, no)));
  return row && open(ctx.keys, row);
}

/** The one to compare with: what an officer last decided on, else the one just before. */
async function findPrevious(ctx: Ctx, id: string, no: number): Promise<ProfileSubmission | undefined> {
  const [row] = await ctx.db
    .select()
    .from(profileSubmissions)
    .where(and(eq(profileSubmissions.profile, id), lt(profileSubmissions.no, no)))
    .orderBy(asc(isNull(profileSubmissions.decision)), desc(profileSubmissions.no))
    .limit(1);
  return row && open(ctx.keys, row);
}

/** The last submission as it stands, if there is one; whether the caller may see it is theirs to know. */
export async function findSubmitted(ctx: Ctx, id: string): Promise<ProfileSubmission | undefined> {
  const [row] = await ctx.db.select({ no: profiles.submission }).from(profiles).where(eq(profiles.id, id));
  return row?.no ? findSubmission(ctx, id, row.no) : undefined;
}

export function sealSubmission(keys: Keys, answers: Answers, groups: DescribedGroup[]) {
  return {
    answers: encrypt(keys, ANSWERS, JSON.stringify(answers)),
    groups: encrypt(keys, GROUPS, JSON.stringify(groups)),
  };
}

export const sealCard = (keys: Keys, card: CardText) => encrypt(keys, CARD, JSON.stringify(card));

function open(keys: Keys, row: typeof profileSubmissions.$inferSelect): ProfileSubmission {
  const { no, at, district, pictures, photoState, reasons, judgement } = row;
  return {
    no,
    at,
    district,
    answers: JSON.parse(decryptText(keys, ANSWERS, row.answers)) as Answers,
    groups: JSON.parse(decryptText(keys, GROUPS, row.groups)) as DescribedGroup[],
    pictures,
    photoState,
    reasons,
    ...(judgement && { judgement }),
    ...(row.card && { card: JSON.parse(decryptText(keys, CARD, row.card)) as CardText }),
  };
}
