import { and, asc, eq } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import type { listSeatingNeeds, setSeatingNeed } from '@zikao/contract/seating-needs';
import { enrolledIn } from '#modules/enrolments';
import { districtName } from '#modules/exams';
import { admissionNumbersOf, findByNumber, namesOf } from '#modules/identity';
import { transaction, type Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { seatingNeeds } from './tables.ts';

/** Who needs a room without steps in a session, of those the caller may see. */
export async function listNeeds(
  ctx: Signed,
  { query: { session } }: Pick<Parsed<typeof listSeatingNeeds>, 'query'>,
): Promise<Given<typeof listSeatingNeeds>> {
  const rows = await ctx.db
    .select()
    .from(seatingNeeds)
    .where(eq(seatingNeeds.session, session))
    .orderBy(asc(seatingNeeds.at), asc(seatingNeeds.candidate));
  const names = await namesOf(
    ctx,
    rows.map(({ candidate }) => candidate),
  );
  const items = [];
  for (const { candidate, reason, at } of rows) {
    const district = (await enrolledIn(ctx, session, candidate)).get(candidate);
    if (district === undefined) continue;
    items.push({
      admissionNumber: (await admissionNumbersOf(ctx, candidate)).at(-1) ?? '',
      name: names.get(candidate) ?? '',
      district: await districtName(ctx, district),
      reason,
      at: at.toISOString(),
    });
  }
  return { items };
}

/** Registers a need or takes it back; for whoever is not enrolled there, or in another district: `notFound`. */
export function setNeed(
  ctx: Signed,
  { body: { session, admissionNumber, needed, reason } }: Parsed<typeof setSeatingNeed>,
): Promise<Given<typeof setSeatingNeed>> {
  return transaction(ctx, async (ctx) => {
    const candidate = await findByNumber(ctx, admissionNumber);
    if (!candidate || !(await enrolledIn(ctx, session, candidate)).has(candidate))
      throw new Problem('notFound', '这个考次没有这个准考证号的报考，请核对。');
    if (needed)
      await ctx.db
        .insert(seatingNeeds)
        .values({ session, candidate, reason, by: ctx.actor.id })
        .onConflictDoUpdate({
          target: [seatingNeeds.session, seatingNeeds.candidate],
          set: { reason, by: ctx.actor.id },
        });
    else
      await ctx.db
        .delete(seatingNeeds)
        .where(and(eq(seatingNeeds.session, session), eq(seatingNeeds.candidate, candidate)));
    const why = `${needed ? '登记' : '取消'}无障碍考场：${reason}`;
    await trace(ctx, { subject: `seating-need:${session}`, candidate, why });
    return listNeeds(ctx, { query: { session } });
  });
}
