import { and, eq, sql } from 'drizzle-orm';
import type { Ctx, Signed } from '#platform/context';
import { lockProfile } from './own-profile.ts';
import { profileScope } from './scope.ts';
import { profiles, profileSubmissions } from './tables.ts';

/** Ids of a candidate's pictures that the working draft or any submission shows; the others may go. Lock the profile first. */
export async function picturesInUse(ctx: Ctx, candidate: string): Promise<Set<string>> {
  const { row, answers } = await lockProfile(ctx, candidate);
  const submitted = await ctx.db
    .select({ pictures: profileSubmissions.pictures })
    .from(profileSubmissions)
    .where(eq(profileSubmissions.profile, candidate));
  const frozen = submitted.flatMap(({ pictures }) => Object.values(pictures));
  const draft = [answers.cardPortrait, answers.cardEmblem, row.photo];
  return new Set([...draft, ...frozen].filter((id) => typeof id === 'string'));
}

/** Whether the caller may see a candidate's picture as an officer: it belongs to a submission within their scope. */
export async function isSubmittedPicture(ctx: Signed, candidate: string, picture: string): Promise<boolean> {
  if (ctx.actor.role === 'candidate') return false;
  const rows = await ctx.db
    .select({ no: profileSubmissions.no })
    .from(profileSubmissions)
    .innerJoin(profiles, eq(profiles.id, profileSubmissions.profile))
    .where(
      and(
        eq(profiles.id, candidate),
        profileScope(ctx.actor),
        sql`exists (select from jsonb_each_text(${profileSubmissions.pictures}) where value = ${picture})`,
      ),
    )
    .limit(1);
  return rows.length > 0;
}
