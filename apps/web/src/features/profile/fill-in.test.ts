import { describe, expect, it } from 'vitest';
import { nationCode, offersOf, othersCard, readSomething } from './fill-in.ts';

const nations = [
  { code: '01', name: '汉族' },
  { code: '04', name: '藏族' },
  { code: '05', name: '维吾尔族' },
  { code: '97', name: '其他' },
  { code: '99', name: '旧称族', unavailable: '已停用' },
];
const tables = { nation: nations };
const FILLED = {
  idNumber: '510921199803126375',
  name: '卓玛·才让',
  nation: '04',
  address: '青海省西宁市城东区共和路12号',
};
const offered = (...given: Parameters<typeof offersOf>) => offersOf(...given).map(({ field }) => field);

describe('the nation of a card', () => {
  it('is none that the table does not know, or does not offer any more', () => {
    expect(nationCode('双', nations)).toBeUndefined();
    expect(nationCode('', nations)).toBeUndefined();
    expect(nationCode('旧称', nations)).toBeUndefined();
    expect(nationCode('汉', [])).toBeUndefined();
  });

  it('is found with and without 族', () => {
    expect(nationCode('汉', nations)).toBe('01');
    expect(nationCode('维吾尔', nations)).toBe('05');
    expect(nationCode('藏族', nations)).toBe('04');
    expect(nationCode('其他', nations)).toBe('97');
  });
});

describe('what is offered from the card', () => {
  it('is nothing when nothing was read, or nothing else than is there', () => {
    expect(offered({}, FILLED, tables)).toEqual([]);
    expect(offered({ ...FILLED, nation: '藏' }, FILLED, tables)).toEqual([]);
  });

  it('is not what only was written another way', () => {
    const written = { name: '卓玛•才让', address: '青海省西宁市城东区共和路 12 号' };
    expect(offered(written, FILLED, tables)).toEqual([]);
  });

  it('is not what the form would refuse', () => {
    expect(offered({ name: '卓7玛', nation: '双', address: '西宁' }, FILLED, tables)).toEqual([]);
    expect(offered({ name: '卓', address: '长'.repeat(101) }, FILLED, tables)).toEqual([]);
  });

  it('is what was read beside what is there, with the answer it would be', () => {
    const [name, nation, address] = offersOf(
      { name: '卓玛•才仁', nation: '汉', address: '青海省海东市乐都区碾伯镇 3 号' },
      FILLED,
      tables,
    );
    expect(name).toMatchObject({ label: '姓名', now: '卓玛·才让', read: '卓玛·才仁', value: '卓玛·才仁' });
    expect(nation).toMatchObject({ label: '民族', now: '藏族', read: '汉族', value: '01' });
    expect(address).toMatchObject({ label: '通讯地址', value: '青海省海东市乐都区碾伯镇 3 号' });
  });

  it('says where nothing is filled in yet', () => {
    const [nation] = offersOf({ nation: '藏' }, { name: '卓玛·才让' }, tables);
    expect(nation).toMatchObject({ field: 'nation', now: '', read: '藏族' });
  });
});

it("knows somebody else's card by its number, if one was read", () => {
  expect(othersCard({ idNumber: '630102199803120019' }, FILLED)).toBe(true);
  expect(othersCard({ idNumber: FILLED.idNumber }, FILLED)).toBe(false);
  expect(othersCard({}, FILLED)).toBe(false);
});

it('tells a card that was read from one that was not', () => {
  expect(readSomething({ idNumber: '630102199803120019', sex: '男' })).toBe(false);
  expect(readSomething({ nation: '藏' })).toBe(true);
});
