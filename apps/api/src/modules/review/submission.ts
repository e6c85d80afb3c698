import { and, desc, eq, lte } from 'drizzle-orm';
import type { Reason } from '@zikao/contract/candidates';
import { PICTURE_KINDS } from '@zikao/contract/forms/fields';
import type { DescribedGroup } from '@zikao/contract/forms/form';
import type { Case, Queue } from '@zikao/contract/review';
import type { Signed } from '#platform/context';
import { blockedBy, loadSubmission, profileScope } from '#modules/candidates';
import { loadApplicationCase } from '#modules/applications';
import { loadEnrolmentSubmission } from '#modules/enrolments';
import { profiles, profileSubmissions } from '#tables/candidates';
import { accounts } from '#tables/identity';
import type { HeadRow } from './heads.ts';

/** What a case shows of its last submission. */
interface Shown {
  groups: DescribedGroup[];
  previous?: DescribedGroup[];
  previousReasons: Reason[];
  pictures: Case['pictures'];
  replaced: Case['replaced'];
  judgement?: Case['judgement'];
  card?: Case['card'];
  blocked?: string;
  visit?: Case['visit'];
  outcome?: DescribedGroup[];
  asks?: Case['asks'];
}
type Load = (ctx: Signed, head: HeadRow, asOf?: Date) => Promise<Shown>;

/** How each queue loads it; `asOf`: with the file it rested on then instead of the one it rests on now. */
export const loadShown: (ctx: Signed, queue: Queue, head: HeadRow, asOf?: Date) => Promise<Shown> = (
  ctx,
  queue,
  head,
  asOf,
) => (FIXED[queue] ?? application)(ctx, head, asOf);

const FIXED: Record<string, Load> = {
  async profiles(ctx, { id, no }) {
    const { groups, pictures, judgement, card, previous, ...submission } = await loadSubmission(ctx, id, no);
    const blocked = blockedBy(submission);
    return {
      groups,
      pictures,
      replaced: previous ? PICTURE_KINDS.filter((kind) => pictures[kind] !== previous.pictures[kind]) : [],
      previousReasons: previous?.reasons ?? [],
      ...(previous && { previous: previous.groups }),
      ...(judgement && { judgement }),
      ...(card && { card }),
      ...(blocked && { blocked }),
    };
  },
  async enrolments(ctx, { id, no, candidate }, asOf) {
    const shown = await loadEnrolmentSubmission(ctx, id, no);
    return { ...shown, pictures: await picturesOf(ctx, candidate, asOf), replaced: [] };
  },
};

async function application(ctx: Signed, { id, no, candidate }: HeadRow, asOf?: Date): Promise<Shown> {
  const { visited, ...shown } = await loadApplicationCase(ctx, id, no);
  return {
    ...shown,
    ...(visited && { visit: { at: visited.at.toISOString(), by: await officerName(ctx, visited.by) } }),
    pictures: await picturesOf(ctx, candidate, asOf),
    replaced: [],
  };
}

async function officerName(ctx: Signed, id: string): Promise<string> {
  const [row] = await ctx.db.select({ name: accounts.name }).from(accounts).where(eq(accounts.id, id));
  return row?.name ?? '';
}

/** The pictures of the file the case rests on; whoever turns to another district than their own shows none there. */
async function picturesOf(ctx: Signed, candidate: string, asOf?: Date): Promise<Case['pictures']> {
  const by = asOf ? lte(profileSubmissions.at, asOf) : eq(profileSubmissions.no, profiles.submission);
  const [row] = await ctx.db
    .select({ pictures: profileSubmissions.pictures })
    .from(profiles)
    .innerJoin(profileSubmissions, and(eq(profileSubmissions.profile, profiles.id), by))
    .where(and(eq(profiles.id, candidate), profileScope(ctx.actor)))
    .orderBy(desc(profileSubmissions.no))
    .limit(1);
  return row?.pictures ?? {};
}
