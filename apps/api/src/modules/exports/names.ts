import type { Ctx } from '#platform/context';
import { codeTables, coursesOf, majorsOf, sessionNames, ownSlotsOf, slotName, slotsOf } from '#modules/exams';
import type { Names } from './list.ts';

/** Names of everything that rows hold as codes, read once per file. */
export async function loadNames(ctx: Ctx, session: string): Promise<Names> {
  const districts = (await codeTables(ctx, ['district'])).district ?? [];
  const named = (rows: Iterable<{ code: string; name: string }>) =>
    new Map([...rows].map(({ code, name }) => [code, name]));
  return {
    districts: named(districts),
    courses: named((await coursesOf(ctx)).values()),
    majors: named(await majorsOf(ctx)),
    sessions: await sessionNames(ctx),
    slots: new Map([
      ...(await slotsOf(ctx, session)).map((slot) => [slot.no, slotName(slot)] as const),
      ...(await ownSlotsOf(ctx, session)).map((own) => [`${own.district} ${own.no}`, slotName(own)] as const),
    ]),
    kinds: new Map(Object.values(ctx.kinds).map(({ key, title }) => [key, title])),
  };
}
