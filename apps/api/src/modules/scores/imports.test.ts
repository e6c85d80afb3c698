import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batchLifecycle, type BatchAction, type BatchState } from '@zikao/contract/score-imports';
import * as contract from '@zikao/contract/score-office';
import { scoreBatches, scoreMappings, scoreRows } from '#tables/scores';
import { createTestApp, type TestApp } from '#test/app';
import type { Caller } from '#test/caller';
import { anApprovedCandidate, anEnrolment, anExam, DURING, SESSION } from '#test/factories/enrolments';
import { anOfficer } from '#test/factories/identity';
import { anAdmissionNumber } from '#test/factories/records';
import {
  aBatch,
  aCheckedBatch,
  anAcceptedBatch,
  anUpload,
  aScoreFile,
  batchState,
  MAPPING,
} from '#test/factories/score-imports';
import { sweep } from './index.ts';

let product: TestApp;
let office: Caller;
let officer: string;
/** Enrolled in T01 and T03; in T01 only; enrolled, and not approved. */
let one: string;
let two: string;
let refused: string;

beforeAll(async () => {
  product = await createTestApp();
  await anExam(product);
  await product.at(DURING);
  const person = await anOfficer(product, { role: 'province' });
  [office, officer] = [person.caller, person.id];
  const [slot1, slot2] = [
    { slot: '1', course: 'T01' },
    { slot: '2', course: 'T03' },
  ];
  one = await aSitter([slot1, slot2]);
  two = await aSitter([slot1]);
  refused = await aSitter([slot1], 'rejected');
});
afterAll(() => product.close());

async function aSitter(
  courses: { slot: string; course: string }[],
  state: 'approved' | 'rejected' = 'approved',
) {
  const { id } = await anApprovedCandidate(product);
  await anEnrolment(product, id, { state, courses });
  return anAdmissionNumber(product, id);
}

const view = async (batch: string) => (await office.call(contract.getScoreBatch, { params: { batch } })).body;
const accept = (batch: string, withoutFaulty = false) =>
  office.call(contract.acceptScoreBatch, { params: { batch }, body: { withoutFaulty } });
const discard = (batch: string) =>
  office.call(contract.discardScoreBatch, { params: { batch }, body: { reason: '文件有误，重新上传' } });
const faultsOf = async (batch: string) =>
  (await office.call(contract.listScoreFaults, { params: { batch } })).body.items.map(
    ({ row, faults }: contract.FaultyRow) =>
      `${row} ${faults.map(({ code, column }) => `${code}@${column}`)}`,
  );
const statistics = async () =>
  (await office.call(contract.getScoreStatistics, { params: { session: SESSION } })).body;

describe('a file', () => {
  it('that is no table, or for no session, is refused and nothing is kept', async () => {
    const query = { name: '成绩.csv' };
    const send = (body: Uint8Array<ArrayBuffer>, session = SESSION) =>
      office.call(contract.uploadScores, { params: { session }, query, body });
    expect((await send(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).status).toBe(422);
    expect((await send(new Uint8Array())).body.code).toBe('sheet.empty');
    expect((await send(aScoreFile([['1', '甲', 'T01', 60]]), 'T1999-04')).status).toBe(404);
    expect(await product.services.db.$count(scoreBatches)).toBe(0);
  });

  it('is kept sealed, its columns are guessed, and what was mapped is remembered for the next of its making', async () => {
    const first = await view(await anUpload(office, [[one, '卓玛措', 'T01', '78']]));
    expect(first).toMatchObject({
      state: 'uploaded',
      no: 1,
      rows: 1,
      columns: ['准考证号', '姓名', '课程代码', '成绩'],
      samples: [[one, '卓玛措', 'T01', '78']],
      mapping: MAPPING,
      from: 'guessed',
    });
    const [row] = await product.services.db.select().from(scoreBatches).where(eq(scoreBatches.id, first.id));
    expect(String(await product.services.files.get(row!.file))).toContain('卓玛措');
    const mapping = { ...MAPPING, marks: { ...MAPPING.marks, absent: ['缺考', '--'] } };
    const batch = await aCheckedBatch(product, office, [[one, '卓玛措', 'T01', '--']], { mapping });
    expect(await view(batch)).toMatchObject({ state: 'checked', result: { good: 1 }, from: 'batch' });
    expect(await view(await anUpload(office, [[two, '', 'T01', '1']]))).toMatchObject({
      mapping,
      from: 'remembered',
    });
    for (const { id } of await product.services.db.select().from(scoreBatches)) await discard(id);
    await product.services.db.delete(scoreMappings);
  });

  it('needs its columns mapped to columns it has, each to one thing', async () => {
    const batch = await anUpload(office, [[one, '', 'T01', '78']]);
    const check = async (mapping: object) =>
      (
        await office.call(contract.checkScoreBatch, {
          params: { batch },
          body: { mapping: { ...MAPPING, ...mapping } } as never,
        })
      ).body.errors?.map(({ path }: { path: string }) => path);
    expect(await check({ value: 9 })).toEqual(['mapping.value']);
    expect(await check({ value: 0 })).toEqual(['mapping.value']);
    expect(await check({ course: undefined })).toEqual(['mapping.course']);
    expect(await check({ course: undefined, oneCourse: 'T99' })).toEqual(['mapping.oneCourse']);
    expect(await check({ marks: { ...MAPPING.marks, void: ['缺考'] } })).toEqual(['mapping.marks']);
    await discard(batch);
  });
});

describe('a check', () => {
  it('finds what is wrong, with row and column', async () => {
    const batch = await aCheckedBatch(product, office, [
      [one, '卓玛措', 'T01', '78'],
      ['', '', 'T01', '60'],
      ['990127199999', '', 'T01', '60'],
      [two, '别人', 'T01', '60'],
      [two, '', 'T98', '60'],
      [two, '', '', '60'],
      [two, '', 'T03', '60'],
      [refused, '', 'T01', '60'],
      [two, '', 'T01', '101'],
      [two, '', 'T01', '六十'],
      [one, '', 'T03', '良好'],
      [one, '', 'T01', '79'],
      [one, '', 'T05', '良好'],
    ]);
    expect(await faultsOf(batch)).toEqual([
      '3 numberMissing@准考证号',
      '4 numberUnknown@准考证号',
      '5 nameDiffers@姓名',
      '6 courseUnknown@课程代码',
      '7 courseMissing@课程代码',
      '8 notEnrolled@课程代码',
      '9 notEnrolled@课程代码',
      '10 valueRange@成绩,repeated@准考证号',
      '11 valueWrong@成绩,repeated@准考证号',
      '12 gradeForTheory@成绩',
      '13 repeated@准考证号',
    ]);
    expect((await view(batch)).result).toMatchObject({
      rows: 13,
      good: 2,
      faults: { repeated: 3, notEnrolled: 2 },
    });
    const only = await office.call(contract.listScoreFaults, {
      params: { batch },
      query: { code: 'repeated', limit: '1' } as never,
    });
    expect(only.body).toMatchObject({
      items: [{ row: 10, faults: [{}, { text: '与同一文件前面的行重复（第 5 行）' }] }],
    });
    const more = { code: 'repeated', cursor: only.body.next } as never;
    expect(
      (await office.call(contract.listScoreFaults, { params: { batch }, query: more })).body.items,
    ).toHaveLength(2);
    const made = { cursor: 'made-up' } as never;
    expect((await office.call(contract.listScoreFaults, { params: { batch }, query: made })).status).toBe(
      400,
    );
    const file = await office.call(contract.downloadScoreFaults, {
      params: { batch },
      query: { format: 'csv' },
    });
    expect(file.bytes.toString()).toContain('没有这个准考证号');
    expect((await accept(batch)).body.code).toBe('scores.faulty');
    expect((await accept(batch, true)).body.state).toBe('accepted');
    expect(await statistics()).toMatchObject({ total: { scores: 2, passed: 2, missing: 2 } });
    expect((await discard(batch)).body.state).toBe('discarded');
    expect(await statistics()).toMatchObject({ total: { scores: 0, missing: 3 } });
  });

  it('whose process died twice is given up, and can be asked for again', async () => {
    const batch = await aBatch(product, officer, { state: 'checking', job: crypto.randomUUID() });
    await sweep({ ...product.services, log: product.app.log });
    expect(await batchState(product, batch)).toBe('failed');
    await discard(batch);
  });
});

describe('several batches', () => {
  it('never say two things of a score: the later is refused, or corrects, and discarded gives back what was', async () => {
    const first = await anAcceptedBatch(product, office, [
      [one, '', 'T01', '58'],
      [two, '', 'T01', '缺考'],
    ]);
    const again = await aCheckedBatch(product, office, [[one, '', 'T01', '58']]);
    expect(await faultsOf(again)).toEqual(['2 inEarlier@准考证号']);
    expect((await accept(again, true)).status).toBe(409);
    await discard(again);

    const lines = [
      [one, '', 'T01', '61'],
      [two, '', 'T01', '缺考'],
      [one, '', 'T03', '70'],
    ];
    const better = await aCheckedBatch(product, office, lines, { replaces: true });
    expect((await view(better)).result).toMatchObject({ good: 3, changes: 1 });
    const { body } = await office.call(contract.listScoreChanges, { params: { batch: better } });
    expect(body.items).toMatchObject([{ row: 2, number: one, course: 'T01', before: '58', after: '61' }]);
    expect((await accept(better)).status).toBe(200);
    expect(await statistics()).toMatchObject({
      total: { scores: 3, passed: 2, marks: { absent: 1 }, missing: 0 },
    });
    const against = { params: { batch: first }, query: { against: better } as never };
    expect((await office.call(contract.listScoreChanges, against)).body.items).toMatchObject([
      { before: '61', after: '58' },
    ]);

    await discard(better);
    expect(await statistics()).toMatchObject({
      total: { scores: 2, present: 1, passed: 0, mean: 58 },
      courses: [
        { code: 'T01', scores: 2, spread: [0, 0, 0, 0, 0, 1, 0, 0, 0, 0] },
        { code: 'T03', scores: 0, missing: 1 },
      ],
    });
    await discard(first);
  });

  it('checked at the same time and accepted one after the other: the second has to be checked again', async () => {
    const [a, b] = [
      await aCheckedBatch(product, office, [[one, '', 'T01', '60']]),
      await aCheckedBatch(product, office, [[one, '', 'T01', '70']]),
    ];
    const answers = await Promise.all([accept(a), accept(b)]);
    expect(answers.map(({ body }) => body.code ?? 'accepted').toSorted()).toEqual([
      'accepted',
      'scores.checkAgain',
    ]);
    expect(await statistics()).toMatchObject({ total: { scores: 1 } });
    // With the lock off, the constraint is what is left; with both off there would be two scores.
    const rows = await product.services.db.select().from(scoreRows).where(eq(scoreRows.counts, true));
    const other = rows[0]!.batch === a ? b : a;
    const twice = product.services.db
      .update(scoreRows)
      .set({ counts: true })
      .where(eq(scoreRows.batch, other));
    await expect(twice).rejects.toMatchObject({ cause: { constraint: 'one_counting_score' } });
    await Promise.all([discard(a), discard(b)]);
  });

  it('missing scores are listed with whose they are, and cheaters that still have others counted', async () => {
    const batch = await anAcceptedBatch(product, office, [
      [one, '', 'T01', '作弊'],
      [one, '', 'T03', '66'],
    ]);
    expect(await statistics()).toMatchObject({ cheatersWithScores: 1 });
    const { body } = await office.call(contract.listMissingScores, { params: { session: SESSION } });
    expect(body.items).toEqual([
      { number: two, name: '卓玛措', district: '测试一区', course: 'T01', courseName: '语言学概论' },
    ]);
    const query = { format: 'csv' as const };
    const file = await office.call(contract.downloadMissingScores, { params: { session: SESSION }, query });
    expect(file.bytes.toString()).toContain(two);
    await discard(batch);
  });
});

describe('every state and every action', () => {
  const actions = Object.entries(batchLifecycle.actions).filter(([, { by }]) =>
    by.includes('province' as never),
  );
  const states = Object.keys(batchLifecycle.states) as BatchState[];
  const act: Partial<Record<BatchAction, (batch: string) => Promise<{ status: number }>>> = {
    accept: (batch) => accept(batch, true),
    discard,
    check: (batch) =>
      office.call(contract.checkScoreBatch, {
        params: { batch },
        body: { mapping: MAPPING, replaces: false },
      }),
  };
  it.each(states.flatMap((state) => actions.map(([action]) => ({ state, action: action as BatchAction }))))(
    '$action in $state',
    async ({ state, action }) => {
      const batch = await aBatch(product, officer, {
        state,
        ...(state === 'checking' && { job: crypto.randomUUID() }),
      });
      const { status } = await act[action]!(batch);
      const from: readonly string[] = batchLifecycle.actions[action].from;
      // A batch without rows has nothing to accept: refused too, but not for its state.
      const expected = from.includes(state) && action !== 'accept' ? [200, 202] : [409];
      expect(expected).toContain(status);
      expect(await batchState(product, batch)).toBe(
        expected[0] === 409 ? state : batchLifecycle.actions[action].to,
      );
      await product.services.db.delete(scoreBatches).where(eq(scoreBatches.id, batch));
    },
  );
});
