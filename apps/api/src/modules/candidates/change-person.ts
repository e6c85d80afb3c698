import { eq, sql } from 'drizzle-orm';
import { renameAccount } from '#modules/identity';
import type { Signed } from '#platform/context';
import { encrypt } from '#platform/crypto';
import { sealAnswers } from './answers.ts';
import { lockProfile } from './own-profile.ts';
import { personChanges, profiles } from './tables.ts';

export interface PersonChange {
  name?: string;
  /** GB/T 2261.1. May differ from what the ID number says; whoever asks has given the reason. */
  sex?: '1' | '2';
  /** Where the change comes from: the application's 受理编号. */
  origin: string;
}

/**
 * Puts another name or sex on the file, keeps the former one, and renews what was derived from it: the account's name
 * and the name officers search by. What was submitted or printed before stays as it was. Inside the deciding
 * transaction; the profile is held.
 */
export async function changePerson(ctx: Signed, candidate: string, change: PersonChange): Promise<void> {
  const { row, person, answers } = await lockProfile(ctx, candidate);
  const { origin, ...to } = change;
  const before = { name: String(answers.name), sex: String(answers.sex) };
  for (const field of Object.keys(to) as ('name' | 'sex')[])
    await ctx.db.insert(personChanges).values({
      candidate,
      field,
      before: encrypt(ctx.keys, 'person_changes.before', before[field]),
      after: encrypt(ctx.keys, 'person_changes.after', to[field]!),
      origin,
      by: ctx.actor.id,
    });
  const name = to.name ?? before.name;
  await ctx.db
    .update(profiles)
    .set({
      name,
      ...(to.sex && { sex: to.sex }),
      answers: sealAnswers(ctx.keys, { ...answers, name }, person),
      version: sql`${profiles.version} + 1`,
    })
    .where(eq(profiles.id, row.id));
  if (to.name) await renameAccount(ctx, candidate, to.name);
}
