import { describe, expect, it } from 'vitest';
import { parseEmblemSide } from './emblem-side.ts';
import { parsePortraitSide } from './portrait-side.ts';
import type { Line } from './recognise.ts';
import { rowsOf } from './rows.ts';

const nothing = { count: 0, size: 0, data: new Float32Array() };
const line = (text: string, x: number, y: number, angle = 0): Line => ({
  text,
  steps: nothing,
  box: { x, y, width: text.length * 30, height: 36, angle },
});

const printed: [string, number, number][] = [
  ['姓名马玉', 150, 100],
  ['性别女', 120, 180],
  ['民族藏', 320, 181],
  ['出生1999年3月8日', 250, 260],
  ['住址青海省西宁市城东区共和路1', 380, 340],
  ['2号院5号楼', 300, 392],
  ['公民身份号码', 200, 640],
  ['630103199903081220', 620, 641],
  ['样例仅供演示', 960, 700],
];
const turnedBy = (degrees: number) => {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return printed.map(([text, x, y]) =>
    line(
      text,
      590 + (x - 590) * cos - (y - 372) * sin,
      372 + (x - 590) * sin + (y - 372) * cos,
      (degrees * Math.PI) / 180,
    ),
  );
};
const words = {
  name: '马玉',
  sex: '女',
  nation: '藏',
  birthDate: '1999-03-08',
  address: '青海省西宁市城东区共和路12号院5号楼',
  idNumber: '630103199903081220',
};
const read = (...rows: string[]) =>
  parsePortraitSide(rowsOf(rows.map((text, i) => line(text, 300, 80 * (i + 1))))).text;

describe('the portrait side', () => {
  it.each([0, 4, -4])('is read in rows when it lies askew by %i degrees', (degrees) => {
    const side = parsePortraitSide(rowsOf(turnedBy(degrees).toReversed()));
    expect(side.text).toEqual(words);
    expect(side.name).toMatchObject({ line: { text: '姓名马玉' }, label: '姓名' });
  });

  it('leaves out a number that is misread, and a day there is not', () => {
    expect(read('姓名马玉', '公民身份号码630103199903081221')).toEqual({ name: '马玉' });
    expect(read('姓名马玉', '出生1999年2月30日')).toEqual({ name: '马玉' });
  });

  it('finds the name above the sex when its label is not legible', () => {
    expect(read('阿依古丽·买买提', '性别女民族维吾尔')).toEqual({
      name: '阿依古丽·买买提',
      sex: '女',
      nation: '维吾尔',
    });
  });

  it('takes a number in pieces and a small x', () => {
    expect(read('公民身份号码 632521 19900101 001x').idNumber).toBeUndefined();
    expect(read('公民身份号码 110105 19491231 002x').idNumber).toBe('11010519491231002X');
  });

  it('has no words of something else', () => {
    expect(read('关于举办运动会的通知', '各单位：')).toEqual({});
    expect(parsePortraitSide([])).toEqual({ text: {} });
  });
});

describe('the emblem side', () => {
  const emblem = (...rows: string[]) =>
    parseEmblemSide(rowsOf(rows.map((text, i) => line(text, 300, 80 * (i + 1)))));

  it('tells the authority and both days', () => {
    expect(emblem('签发机关西宁市公安局城中分局', '有效期限2020.05.01-2040.05.01')).toEqual({
      authority: '西宁市公安局城中分局',
      validFrom: '2020-05-01',
      validUntil: '2040-05-01',
    });
  });

  it('knows the card that never expires, and signs read differently', () => {
    expect(emblem('西宁市公安局', '有效期限2020.05.01-长期')).toEqual({
      authority: '西宁市公安局',
      validFrom: '2020-05-01',
      validUntil: '长期',
    });
    expect(emblem('2020，05，01一2040·05·01')).toMatchObject({ validUntil: '2040-05-01' });
  });

  it('leaves out days there are not', () => {
    expect(emblem('有效期限2020.13.01-2040.05.32')).toEqual({});
  });
});
