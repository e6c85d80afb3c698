import fc from 'fast-check';
import { expect, test } from 'vitest';
import { counted, type EntryRow } from '#modules/records';

const SCORES = ['60', '72', '72', '95', '优秀', '合格', '不合格', null];

/** Entries of some numbers in the order they were written, a few of them taken back. */
const records = fc
  .array(
    fc.record({
      admissionNumber: fc.constantFrom('A', 'B', 'C'),
      course: fc.constantFrom('1', '2', '3'),
      score: fc.constantFrom(...SCORES),
      takesBack: fc.option(fc.nat(30), { freq: 5 }),
    }),
    { maxLength: 30 },
  )
  .map((drafts) => {
    const rows: EntryRow[] = [];
    for (const { takesBack, ...draft } of drafts) {
      const target = takesBack === null ? undefined : rows[takesBack];
      const free = target?.kind === 'passed' && !rows.some(({ reverses }) => reverses === target.id);
      const kind = free ? ('reversal' as const) : ('passed' as const);
      rows.push(row(rows.length, { ...draft, kind, ...(free && { ...taken(target), reverses: target.id }) }));
    }
    return rows;
  });

const taken = ({ admissionNumber, course }: EntryRow) => ({ admissionNumber, course, score: null });
const row = (at: number, more: Partial<EntryRow>): EntryRow => ({
  id: `e${at}`,
  seq: BigInt(at + 1),
  admissionNumber: 'A',
  course: '1',
  courseName: null,
  credits: null,
  kind: 'passed',
  score: null,
  session: null,
  when: '2026 年 10 月',
  major: null,
  origin: 'scores',
  source: null,
  reverses: null,
  reason: more.kind === 'reversal' ? '更正' : null,
  by: null,
  at: new Date('2026-11-20T00:00:00Z'),
  ...more,
});

const under = (rows: readonly EntryRow[], number: string) =>
  rows.filter(({ admissionNumber }) => admissionNumber === number);
/** What the product does with the numbers of a person: all their entries, in the order of writing. */
const union = (parts: readonly (readonly EntryRow[])[]) =>
  counted(parts.flat().toSorted((a, b) => (a.seq < b.seq ? -1 : 1)));
const weight = ({ score }: EntryRow) =>
  score === null ? -1 : ({ 优秀: 90, 合格: 60 }[score] ?? Number(score));
const view = (of: ReturnType<typeof counted>) => ({
  counting: [...of.counting].map(([course, { id }]) => [course, id]).toSorted(),
  past: of.past.map(({ entry, because }) => [entry.id, because]).toSorted(),
});

test('nothing of any record is lost: every entry counts or is on file with the reason, its number and origin with it', () => {
  fc.assert(
    fc.property(records, (rows) => {
      const { counting, past } = union([rows]);
      const shown = [...counting.values(), ...past.map(({ entry }) => entry)];
      const entries = rows.filter(({ kind }) => kind !== 'reversal');
      expect(shown.toSorted((a, b) => (a.seq < b.seq ? -1 : 1))).toEqual(entries);
    }),
  );
});

test('the best of all numbers counts: no less than any number had for itself', () => {
  fc.assert(
    fc.property(records, (rows) => {
      const { counting } = union([rows]);
      for (const number of ['A', 'B', 'C'])
        for (const [course, own] of union([under(rows, number)]).counting)
          expect(weight(counting.get(course)!)).toBeGreaterThanOrEqual(weight(own));
    }),
  );
});

test('the order of merging does not matter, and what is taken out again leaves the rest as it was', () => {
  fc.assert(
    fc.property(records, fc.shuffledSubarray(['A', 'B', 'C'], { minLength: 3 }), (rows, order) => {
      const parts = order.map((number) => under(rows, number));
      expect(view(union(parts))).toEqual(view(union([rows])));
      // Undone: without the last one, as if it had never been there.
      const rest = rows.filter(({ admissionNumber }) => admissionNumber !== order[2]);
      expect(view(union(parts.slice(0, 2)))).toEqual(view(union([rest])));
    }),
  );
});

test('control: where the later of two always counted, the best would be lost', () => {
  const latest = (rows: readonly EntryRow[]) => new Map(rows.map((entry) => [entry.course, entry]));
  const rows = [row(0, { score: '95' }), row(1, { score: '60', admissionNumber: 'B' })];
  expect(weight(latest(rows).get('1')!)).toBeLessThan(weight(union([rows]).counting.get('1')!));
});
