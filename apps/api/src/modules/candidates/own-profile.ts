import { eq, sql, type SQL } from 'drizzle-orm';
import type { Answers } from '@zikao/contract/forms/fields';
import { personOf } from '#modules/identity';
import { transaction, type Ctx, type Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { act } from '#platform/act';
import { openAnswers, sealAnswers, type Person } from './answers.ts';
import { photoSubject } from './subject.ts';
import { profiles } from './tables.ts';

export type ProfileRow = typeof profiles.$inferSelect;
export interface ProfileFile {
  row: ProfileRow;
  person: Person;
  answers: Answers;
}

/** The caller's own profile, made at first sight; two calls at once make one. */
export async function ownProfile(ctx: Signed): Promise<ProfileFile> {
  const { id } = ctx.actor;
  const find = () => ctx.db.select().from(profiles).where(eq(profiles.id, id));
  let [row] = await find();
  if (!row) {
    await ctx.db.insert(profiles).values({ id }).onConflictDoNothing();
    [row] = await find();
  }
  return openFile(ctx, row!);
}

/** The same, locked until the transaction ends: every change of a profile and its pictures begins here. */
export async function lockProfile(ctx: Pick<Ctx, 'db' | 'keys'>, id: string): Promise<ProfileFile> {
  const [row] = await ctx.db.select().from(profiles).where(eq(profiles.id, id)).for('update');
  if (!row) throw new Problem('notFound');
  return openFile(ctx, row);
}

/** A profile to read; none: `notFound`. */
export async function findFile(ctx: Pick<Ctx, 'db' | 'keys'>, where: SQL): Promise<ProfileFile> {
  const [row] = await ctx.db.select().from(profiles).where(where);
  if (!row) throw new Problem('notFound');
  return openFile(ctx, row);
}

async function openFile(ctx: Pick<Ctx, 'db' | 'keys'>, row: ProfileRow): Promise<ProfileFile> {
  const person = { ...(await personOf(ctx, row.id)), ...(row.sex && { sex: row.sex }) };
  return { row, person, answers: openAnswers(ctx.keys, row.answers, person) };
}

/** Takes the photo out of whatever verification is under way: its job finds nothing to do. */
export const NO_VERIFICATION = { verification: null, verifyingSince: null, unavailable: false };

type Change = Partial<Omit<ProfileRow, 'id' | 'version' | 'answers'>> & { answers?: Answers };

/**
 * One change of the caller's own profile in one transaction. `work` gets the locked profile and says what changes;
 * undefined: nothing. Refused: `profile.closed` after approval, `request.stale` when If-Match names an older version.
 */
export async function changeProfile(
  ctx: Signed,
  work: (ctx: Signed, file: ProfileFile) => Promise<Change | undefined>,
  { ifMatch = false } = {},
): Promise<{ version: number; savedAt: string }> {
  await ownProfile(ctx);
  return transaction(ctx, async (ctx) => {
    const file = await lockProfile(ctx, ctx.actor.id);
    refuseClosed(file.row);
    if (ifMatch && file.row.version !== ctx.ifMatch) throw new Problem('request.stale');
    const change = await work(ctx, file);
    const { answers, ...set } = change ?? {};
    // What is being verified is no longer what the form says.
    if (answers && file.row.photoState === 'verifying')
      await act(ctx, photoSubject, 'giveBack', file.row.id, { as: 'system', set: NO_VERIFICATION });
    const [row] = await ctx.db
      .update(profiles)
      .set({
        ...set,
        savedAt: sql`app_now()`,
        ...(change && { version: sql`${profiles.version} + 1` }),
        ...(answers && { answers: sealAnswers(ctx.keys, answers, file.person) }),
      })
      .where(eq(profiles.id, ctx.actor.id))
      .returning({ version: profiles.version, savedAt: profiles.savedAt });
    return { version: row!.version, savedAt: row!.savedAt!.toISOString() };
  });
}

export function refuseClosed(row: Pick<ProfileRow, 'state'>): void {
  if (row.state === 'approved') throw new Problem('profile.closed');
}
