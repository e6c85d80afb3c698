import { expect, test } from 'vitest';
import { checkVenue, EMPTY, moreRooms } from './venue-form.ts';

const venue = { ...EMPTY, code: 'XN01', name: '第一中学', address: '城中区 1 号' };

test('new rooms are numbered on from the highest, of 5 × 6', () => {
  const rooms = moreRooms([], 2);
  expect(rooms.map(({ no }) => no)).toEqual(['01', '02']);
  expect(moreRooms([{ ...rooms[0]!, no: '109' }], 1)).toMatchObject([
    { no: '110', rows: '5', columns: '6', capacity: '30' },
  ]);
});

test('what is typed wrong is said at its control', () => {
  const [first, second] = moreRooms([], 2);
  const rooms = [
    { ...first!, capacity: '31' },
    { ...second!, no: '01', rows: '' },
  ];
  expect(checkVenue({ ...venue, code: '甲', rooms })).toEqual({
    faults: {
      code: '考点代码是 2 至 12 位字母、数字或短横线',
      'rooms.0.capacity': '第 01 考场最多 30 个座位（5 行 6 列）',
      'rooms.1.no': '考场号 01 重复',
      'rooms.1.rows': '行数是 1 至 30',
    },
  });
  expect(checkVenue({ ...venue, rooms: moreRooms([], 1) })).toMatchObject({
    body: { rooms: [{ no: '01', rows: 5, columns: 6, capacity: 30, accessible: false }] },
  });
});
