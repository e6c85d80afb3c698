import { describe, expect, it } from 'vitest';
import { identityValues, UNREAD_NAME } from './identity.ts';

const declared = { name: '马玉', idNumber: '630103199903081220' };
const card = { name: '马玉', sex: '女', birthDate: '1999-03-08', idNumber: declared.idNumber };
const other = '630103199903081212'; // of the same day, odd: a man's

describe('a card against what was declared', () => {
  it('differs in every word of another card', () => {
    const values = identityValues({ sex: '男', birthDate: '2001-01-01', idNumber: other }, declared, 7);
    expect(values).toEqual({ cardNumber: 0, cardName: 7, cardSex: 1, cardBirthDate: 0 });
  });

  it('differs where the card does not agree with its own number', () => {
    expect(identityValues({ ...card, sex: '男' }, declared).cardSex).toBe(0);
    expect(identityValues({ ...card, birthDate: '1999-08-03' }, declared).cardBirthDate).toBe(0);
  });

  it('is not called the same when nothing could be read', () => {
    expect(identityValues({}, declared)).toEqual({
      cardNumber: 0.5,
      cardName: UNREAD_NAME,
      cardSex: 0.5,
      cardBirthDate: 0.5,
    });
  });

  it('is compared with the declared number when its own cannot be read', () => {
    const { idNumber: _, ...rest } = card;
    expect(identityValues({ ...rest, sex: '男' }, declared).cardSex).toBe(0);
    expect(identityValues(rest, declared)).toMatchObject({ cardSex: 1, cardBirthDate: 1, cardNumber: 0.5 });
  });

  it('agrees in everything, however sure the reader is of the name', () => {
    const values = identityValues(card, declared, -0.3);
    expect(values).toEqual({ cardNumber: 1, cardName: 0, cardSex: 1, cardBirthDate: 1 });
    expect(identityValues(card, declared, Infinity).cardName).toBe(UNREAD_NAME);
  });
});

describe('the days left', () => {
  const left = (validUntil: string, today = '2026-11-25') =>
    identityValues({ ...card, validUntil: validUntil as '长期' }, declared, 0, today).cardValidity;

  it('are negative after the last day, which counts itself', () => {
    expect(left('2026-11-24')).toBe(-1);
    expect(left('2026-11-25')).toBe(0);
    expect(left('2027-11-25')).toBe(365);
  });

  it('are not told of a card that never expires, nor when it cannot be read', () => {
    expect(left('长期')).toBeUndefined();
    expect(identityValues(card, declared, 0, '2026-11-25')).not.toHaveProperty('cardValidity');
  });
});
