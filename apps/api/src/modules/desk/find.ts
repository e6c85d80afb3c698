import type { Given, Parsed } from '@zikao/contract/endpoint';
import type { findPeople } from '@zikao/contract/desk/endpoints';
import { type DeskLookUp, LOOK_UP_NAMES, readLookUp } from '@zikao/contract/desk/find';
import { filedAmong } from '#modules/candidates';
import { findAccount, findBornOn } from '#modules/identity';
import { type Signed, transaction } from '#platform/context';
import { count } from '#platform/limit';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { headOf } from './head.ts';
import { findPerson, noteLook, type Person } from './reach.ts';

const MOST_SHOWN = 20;
/** A desk serves dozens of people a day, not thousands. */
const MOST_SEARCHES = 500;
const DAY = 24 * 60 * 60;

/**
 * Finds people by whole values only, each by a keyed index. One of another district is not found, exactly like nobody;
 * one without a district only by the full ID or mobile number. Every search and everybody it shows is traced.
 */
export async function find(
  ctx: Signed,
  { body }: Parsed<typeof findPeople>,
): Promise<Given<typeof findPeople>> {
  const left = await count(ctx, `desk searches ${ctx.actor.id}`, MOST_SEARCHES, DAY);
  if (left) throw new Problem('desk.tooMany', { retryAfter: left });
  return transaction(ctx, async (ctx) => {
    const lookUp = readLookUp(body.typed);
    const found = await peopleBy(ctx, lookUp, body.birthDate);
    const shown = found.slice(0, MOST_SHOWN);
    const why = `现场查找：按${LOOK_UP_NAMES[lookUp.by]}`;
    for (const { brief } of shown)
      await trace(ctx, { subject: `account:${brief.id}`, candidate: brief.id, why });
    if (!shown.length) await trace(ctx, { subject: 'desk:search', why: `${why}，没有找到` });
    return { items: shown.map(headOf), more: found.length > MOST_SHOWN };
  });
}

async function peopleBy(ctx: Signed, lookUp: DeskLookUp, birthDate: string | undefined): Promise<Person[]> {
  if (lookUp.by === 'name') {
    const ids = await filedAmong(ctx, await findBornOn(ctx, birthDate!), lookUp.name, MOST_SHOWN + 1);
    const people = await Promise.all(ids.map((id) => findPerson(ctx, id)));
    return people.filter((person) => person !== undefined);
  }
  const id = await findAccount(ctx, lookUp);
  const person = id && (await findPerson(ctx, id));
  if (!person) return [];
  if (person.standing.filed) return person.standing.district === ctx.actor.district ? [person] : [];
  if (lookUp.by === 'admissionNumber') return [];
  await noteLook(ctx, person.brief.id);
  return [person];
}
