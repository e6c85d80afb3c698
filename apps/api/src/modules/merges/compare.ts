import type { Given, Parsed } from '@zikao/contract/endpoint';
import type { compareNumbers as contract } from '@zikao/contract/merges';
import { ORIGINS, RECORD_KINDS } from '@zikao/contract/records';
import { coursesOf } from '#modules/exams';
import { admissionNumbersOf } from '#modules/identity';
import { counted, type Entry, entriesUnder } from '#modules/records';
import type { Ctx, Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { lockBelongings } from './conflicts.ts';
import { obstacle } from './obstacle.ts';
import { findOwned, ofNumbers, type Owned, sameness } from './owners.ts';
import { showSide } from './show-side.ts';

/** Two numbers side by side, and what would become of them. Whose data it is can read who looked. */
export async function compareNumbers(
  ctx: Signed,
  { query: { a, b } }: Parsed<typeof contract>,
): Promise<Given<typeof contract>> {
  const pair = await getPair(ctx, a, b);
  for (const { account } of pair)
    if (account)
      await trace(ctx, { subject: `account:${account.id}`, candidate: account.id, why: '比较合档' });
  const under = await numbersUnder(ctx, pair);
  const same = sameness(ctx, pair);
  const blocked = obstacle(ctx, pair);
  const { enrolments, applications, conflicts } = await lockBelongings(ctx, pair);
  const count = (rows: readonly { candidate: string }[], { account }: Owned) =>
    rows.filter(({ candidate }) => candidate === account?.id).length;
  const [left, right] = pair.map((owned, i) =>
    showSide(ctx, owned, {
      under: under[i]!,
      same,
      enrolments: count(enrolments, owned),
      applications: count(
        applications.map(({ row }) => row),
        owned,
      ),
    }),
  );
  return {
    sides: [await left!, await right!],
    ...(same && { same }),
    courses: await unionOf(ctx, under),
    conflicts: conflicts.map(({ key, title, rivals }) => ({ key, title, rivals })),
    ...(blocked && { blocked }),
  };
}

/** Both numbers, the first one first; `notFound` unless one of them is the office's. */
export async function getPair(ctx: Signed, a: string, b: string): Promise<[Owned, Owned]> {
  if (a === b) throw new Problem('merge.impossible', '请选择两个不同的准考证号。');
  const found = new Map((await findOwned(ctx, ofNumbers([a, b]))).map((one) => [one.row.number, one]));
  const [one, two] = [found.get(a), found.get(b)];
  if (!one || !two || (one.elsewhere && two.elsewhere)) throw new Problem('notFound');
  return [one, two];
}

/** What is written under each of the two: of two accounts all that they hold, of one account each number alone. */
async function numbersUnder(ctx: Signed, [one, two]: readonly [Owned, Owned]): Promise<string[][]> {
  const apart = one.account && two.account && one.account.id !== two.account.id;
  if (!apart) return [[one.row.number], [two.row.number]];
  return [await admissionNumbersOf(ctx, one.account!.id), await admissionNumbersOf(ctx, two.account!.id)];
}

/** Per course what each side holds and which of it counts afterwards. */
async function unionOf(ctx: Pick<Ctx, 'db'>, under: readonly string[][]) {
  const rows = await Promise.all(under.map((numbers) => entriesUnder(ctx, numbers)));
  const [left, right] = rows.map((entries) => counted(entries).counting);
  const both = rows.flat().toSorted((a, b) => (a.seq < b.seq ? -1 : 1));
  const union = [...counted(both).counting].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const names = await coursesOf(
    ctx,
    union.map(([code]) => code),
  );
  return union.map(([code, entry]) => ({
    code,
    name: entry.courseName ?? names.get(code)?.name ?? code,
    held: [say(left!.get(code)), say(right!.get(code))] as [Held, Held],
    counts: (under[0]!.includes(entry.admissionNumber) ? 0 : 1) as 0 | 1,
  }));
}

type Held = ReturnType<typeof say>;
const say = (entry: Entry | undefined) =>
  entry
    ? {
        score: entry.score ?? '',
        kind: RECORD_KINDS[entry.kind],
        origin: ORIGINS[entry.origin],
        when: entry.when,
      }
    : null;
