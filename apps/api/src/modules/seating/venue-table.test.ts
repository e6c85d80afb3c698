import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportPreview } from '@zikao/contract/imports';
import { importVenues, previewVenues, venueTemplate } from '@zikao/contract/venue-import';
import { getVenue, listVenues, type VenueHead } from '@zikao/contract/venues';
import { createTestApp, type TestApp } from '#test/app';
import type { Caller } from '#test/caller';
import { anExam, DURING } from '#test/factories/enrolments';
import { anOfficer } from '#test/factories/identity';

let product: TestApp;
let province: Caller;
let own: Caller;

beforeAll(async () => {
  product = await createTestApp();
  await anExam(product);
  await product.at(DURING);
  province = (await anOfficer(product, { role: 'province' })).caller;
  own = (await anOfficer(product, { district: 'T1' })).caller;
});
afterAll(() => product.close());

type Removal = 'keep' | 'remove';
const HEAD = '考区,考点代码,考点名称,考点地址,考场号,行数,列数,座位数,无障碍';
const file = (...lines: string[]) => new Uint8Array(Buffer.from([HEAD, ...lines].join('\n')));
const look = async (body: Uint8Array<ArrayBuffer>, as = own, removal: Removal = 'keep') =>
  (await as.call(previewVenues, { query: { name: '考点.csv', removal }, body })).body as ImportPreview;
const take = async (body: Uint8Array<ArrayBuffer>, as = own, removal: Removal = 'keep') => {
  const { basis = '0'.repeat(64) } = await look(body, as, removal);
  return as.call(importVenues, { query: { name: '考点.csv', removal, basis }, body });
};
const list = async (as = own) => (await as.call(listVenues, { query: {} })).body.items as VenueHead[];

test.each([
  ['another district', '测试二区,X1,考点,地址,01,5,6,30,否', '不是您的考区'],
  ['more seats than places', '测试一区,X1,考点,地址,01,5,6,31,否', '5 行 6 列最多 30 个座位'],
  ['a number that is none', '测试一区,X1,考点,地址,01,五,6,30,否', '应为 1 到 30 的整数'],
])('refused with its row and column: %s', async (_, line, sentence) => {
  const { faults, basis } = await look(file(line));
  expect([faults[0]?.no, basis]).toEqual([2, undefined]);
  expect(faults[0]?.message).toContain(sentence);
});

test('lines that contradict each other about a venue are refused', async () => {
  const { faults } = await look(
    file('测试一区,X1,考点,地址,01,5,6,30,否', '测试一区,X1,别的考点,地址,02,5,6,30,否'),
  );
  expect(faults).toEqual([{ no: 3, title: '考点代码', message: 'X1 的考区、名称、地址与第 2 行不一致' }]);
});

const TWO = file('测试一区,X1,一中,地址 1,01,5,6,30,是', '测试一区,X1,一中,地址 1,02,,,,否');

test('venues come in with their rooms; rooms without a size are the usual ones', async () => {
  expect((await take(TWO)).body).toEqual({ counts: { added: 2, changed: 0, removed: 0, same: 0 } });
  const [venue] = await list();
  expect(venue).toMatchObject({ code: 'X1', name: '一中', rooms: 2, seats: 60, accessibleSeats: 30 });
  const { body } = await own.call(getVenue, { params: { venue: venue!.id } });
  expect(body.rooms).toMatchObject([
    { no: '01', accessible: true },
    { no: '02', rows: 5, columns: 6, capacity: 30 },
  ]);
});

test('the file of what there is changes nothing; what it lacks is removed when asked for', async () => {
  const { bytes } = await own.call(venueTemplate, { query: { format: 'csv', with: 'rows' } });
  expect((await look(new Uint8Array(bytes))).counts).toEqual({ added: 0, changed: 0, removed: 0, same: 2 });
  const one = file('测试一区,X1,第一中学,地址 1,01,5,6,28,是');
  expect((await take(one, own, 'remove')).body.counts).toEqual({ added: 0, changed: 1, removed: 1, same: 0 });
  expect(await list()).toMatchObject([{ name: '第一中学', rooms: 1, seats: 28 }]);
});

test('a district takes away nothing of another, and takes none of its venues over', async () => {
  const before = (await list(province)).length;
  expect((await look(file('测试一区,XN01,一中,地址,01,5,6,30,否'))).faults[0]?.message).toContain(
    '其他考区的考点',
  );
  await take(file(), own, 'remove');
  expect((await list(province)).length).toBe(before);
});
