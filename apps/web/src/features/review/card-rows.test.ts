import { describe, expect, it } from 'vitest';
import type { Measured } from '@zikao/contract/measures';
import { cardRows, validityOf } from './card-rows.ts';

const FORM = {
  idNumber: '510921199803126375',
  name: '卓玛·才让',
  sex: '男',
  birthDate: '1998 年 3 月 12 日',
  nation: '藏族',
  address: '西宁市城东区共和路 12 号',
};
const READ = {
  name: '卓玛·才让',
  idNumber: '510921199803126375',
  sex: '男',
  birthDate: '1998-03-12',
  nation: '藏',
  address: '西宁市城东区共和路12号',
};
const groups = (rows: Record<string, string>) => [
  { title: '身份信息', rows: Object.entries(rows).map(([key, text]) => ({ key, label: key, text })) },
];
const measure = (id: string, verdict: Measured['verdict']): Measured => ({
  id,
  label: id,
  value: 0,
  unit: '',
  limit: '',
  verdict,
});
const agreements = (...given: Parameters<typeof cardRows>) =>
  Object.fromEntries(cardRows(...given).map(({ key, agreement }) => [key, agreement]));

describe('the card beside the form', () => {
  it('says what could not be read, even where nothing was', () => {
    expect(new Set(Object.values(agreements(groups(FORM), {})))).toEqual(new Set(['unread']));
    expect(agreements(groups(FORM), { ...READ, idNumber: undefined })).toMatchObject({
      idNumber: 'unread',
      name: 'same',
    });
  });

  it('marks another number, sex, birth date and nation as different', () => {
    const other = { idNumber: '51092119980312637X', sex: '女', birthDate: '1998-03-13', nation: '回' };
    expect(agreements(groups(FORM), { ...READ, ...other })).toMatchObject({
      idNumber: 'different',
      sex: 'different',
      birthDate: 'different',
      nation: 'different',
    });
  });

  it('takes another writing for a fault of reading only where the measure passed', () => {
    const misread = { ...READ, name: '卓玛·オ让' };
    expect(agreements(groups(FORM), misread, [measure('cardName', 'pass')])).toMatchObject({ name: 'near' });
    expect(agreements(groups(FORM), misread, [measure('cardName', 'warn')])).toMatchObject({
      name: 'different',
    });
    expect(agreements(groups(FORM), misread)).toMatchObject({ name: 'different' });
  });

  it('leaves the address free: letters may go elsewhere', () => {
    expect(agreements(groups(FORM), { ...READ, address: '青海省海东市' })).toMatchObject({ address: 'free' });
  });

  it('is not put off by the ways of writing', () => {
    expect(new Set(Object.values(agreements(groups(FORM), READ)))).toEqual(new Set(['same']));
    expect(agreements(groups(FORM), { ...READ, name: '卓玛•才让' })).toMatchObject({ name: 'same' });
  });

  it('says different where the form lacks the row', () => {
    expect(cardRows([], READ)[0]).toEqual({
      key: 'name',
      label: '姓名',
      card: '卓玛·才让',
      agreement: 'different',
    });
  });
});

describe('the validity of a card', () => {
  it('is over on the day after, never for one without an end', () => {
    const card = { validFrom: '2014-05-06', validUntil: '2024-05-06' };
    expect(validityOf(card, '2024-05-07')).toEqual({ text: '2014.05.06–2024.05.06', over: true });
    expect(validityOf(card, '2024-05-06').over).toBe(false);
    expect(validityOf({ ...card, validUntil: '长期' }, '2099-01-01')).toEqual({
      text: '2014.05.06–长期',
      over: false,
    });
  });

  it('is unknown where nothing was read, and half known where a half was', () => {
    expect(validityOf({}, '2024-05-07')).toEqual({ over: false });
    expect(validityOf({ validUntil: '2024-05-06' }, '2024-05-07')).toEqual({
      text: '…–2024.05.06',
      over: true,
    });
  });
});
