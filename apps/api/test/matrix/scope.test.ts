import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enrolments } from '#tables/enrolments';
import { districts } from '#tables/exams';
import { decisions } from '#tables/review';
import { seatingNeeds } from '#tables/seating';
import type { Caller } from '#test/caller';
import { OPENS, SESSION } from '#test/factories/enrolments';
import { anOfficer, aSession } from '#test/factories/identity';
import { aScore } from '#test/factories/scores';
import { leaks, read, type Read, READS, SHOWS, STAFF_READS, tellsOf, type Told } from './staff-reads.ts';
import { aParty, aWorld, type Party, type World } from './world.ts';

let world: World;
/** What the officer of T1 reads of T1 and T2, before and after more happens in T2, then in T1; and of those newly there. */
let before: Told[][];
let after: Told[][];
let grown: Told[][];
let there: { party: Party; told: Told[][] };
let here: { party: Party; told: Told[][] };

beforeAll(async () => {
  world = await aWorld();
  const { caller } = await world.as('district');
  const about = [world.mine, world.other];
  before = await readAll(caller, about);
  const party = await aBusyParty('T2');
  after = await readAll(caller, about);
  there = { party, told: await readAll(caller, [party]) };
  const own = await aBusyParty('T1');
  grown = await readAll(caller, about);
  here = { party: own, told: await readAll(caller, [own]) };
});
afterAll(() => world.product.close());

/** Files are made and read two at a time: a third is told to come back. */
const turns = [Promise.resolve<unknown>(undefined), Promise.resolve<unknown>(undefined)];
function inTurn({ name }: Read, of: number, work: () => Promise<Told[]>): Promise<Told[]> {
  if (!['exports.exportList', 'venues.previewVenues'].includes(name)) return work();
  const mine = turns[of % 2]!.then(work);
  turns[of % 2] = mine;
  return mine;
}

async function readAll(caller: Caller, about: readonly Party[]): Promise<Told[][]> {
  const all: Told[][] = [];
  for (const one of READS) all.push(await read(caller, one, about));
  return all;
}

/** Somebody of a district with everything there is to be found of: decided upon, approved, seated, marked. */
async function aBusyParty(district: string): Promise<Party> {
  const { product, mine } = world;
  const { db } = product.services;
  const party = await aParty(product, district, { run: mine.run });
  const { id: candidate } = party;
  const { id: officer } = await anOfficer(product, { district });
  const decision = 'approve' as const;
  await db
    .insert(decisions)
    .values({ queue: 'profiles', subject: candidate, no: 1, officer, decision, seconds: 7, district });
  await db.update(enrolments).set({ state: 'approved' }).where(eq(enrolments.id, party.enrolment));
  await db
    .insert(seatingNeeds)
    .values({ session: SESSION, candidate, reason: `轮椅 ${candidate}`, by: officer });
  await aScore(product, candidate, { session: SESSION, course: 'T01', publishedAt: new Date(OPENS) });
  return party;
}

test('every list, search, count and export of the contract that an office reads is tried', () => {
  expect(STAFF_READS.toSorted()).toEqual(Object.keys(SHOWS).toSorted());
});

const each = READS.map((one, i) => ({ ...one, i }));
const shown = (as: string) => each.filter(({ name }) => SHOWS[name] === as);

test.each(each)('$name $of says to a district nothing of another', ({ i }) => {
  expect(leaks(before[i]!, world.other)).toEqual([]);
  expect(leaks([...after[i]!, ...there.told[i]!], there.party)).toEqual([]);
});
test.each(each)('$name $of stays the same whatever happens in another district', ({ i }) => {
  expect(after[i]).toEqual(before[i]);
});
// Or the tests above would pass on empty answers.
test.each(shown('named'))('$name $of names what is in one’s own district', ({ i }) => {
  const text = here.told[i]!.map((told) => told.text).join('\n');
  expect(tellsOf(here.party).filter((trace) => text.includes(trace))).not.toEqual([]);
});
test.each(shown('figures'))('$name counts what happens in one’s own district', ({ i }) => {
  expect(grown[i]).not.toEqual(after[i]);
});

test('sixteen officers of as many districts at once: each reads what they read alone', async () => {
  const { product } = world;
  const codes = Array.from({ length: 16 }, (_, i) => `S${i}`);
  await product.services.db
    .insert(districts)
    .values(
      codes.map((code, i) => ({ code, name: `并行${i}区`, prefix: String(8000 + i), position: 700 + i })),
    );
  const offices: { caller: Caller; party: Party }[] = [];
  for (const code of codes) {
    const { id } = await anOfficer(product, { district: code });
    offices.push({ caller: await aSession(product, id), party: await aBusyParty(code) });
  }
  // Of oneself and the neighbour: what is searched for is found by one of them only.
  const ask = (i: number, one: Read) => {
    const { caller, party } = offices[i]!;
    const neighbour = offices[(i + 1) % 16]!.party;
    return read(caller, one, [party], [(of) => of.idNumber, () => neighbour.idNumber]);
  };
  const alone: Told[][][] = [];
  for (const [i] of offices.entries()) {
    const all: Told[][] = [];
    for (const one of READS) all.push(await ask(i, one));
    alone.push(all);
  }
  const together = await Promise.all(
    offices.map((_, i) => Promise.all(READS.map((one) => inTurn(one, i, () => ask(i, one))))),
  );
  expect(together).toEqual(alone);
  for (const [i, { party }] of offices.entries()) {
    const told = together[i]!.flat();
    expect(told.map(({ text }) => text).join('\n')).toContain(party.id);
    const foreign = offices.filter((one) => one.party !== party);
    expect(foreign.flatMap((one) => leaks(told, one.party))).toEqual([]);
  }
});
