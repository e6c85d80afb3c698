import { describe, expect, it } from 'vitest';
import { byField, decisionOf, NO_REJECTION, rejectionFault, toggle } from './reasons.ts';

const choices = [
  { code: 'blurred', field: 'cardPortrait', label: '身份证图像不清晰', text: '请重新拍摄' },
  { code: 'address', field: 'address', label: '通讯地址不完整', text: '请写到门牌号' },
];

describe('a rejection', () => {
  it('cannot be sent without a reason', () => {
    expect(rejectionFault(NO_REJECTION)).toBe('请至少选择或写明一条不通过原因');
    expect(rejectionFault({ ...NO_REJECTION, remark: '请尽快' })).toBe('请至少选择或写明一条不通过原因');
  });

  it('cannot be sent with half a reason', () => {
    expect(rejectionFault({ ...NO_REJECTION, own: [{ field: 'name', text: ' ' }] })).toMatch('写明原因');
    expect(rejectionFault({ ...NO_REJECTION, own: [{ field: '', text: '不对' }] })).toMatch('哪一项');
  });

  it('is ticked and unticked', () => {
    const one = toggle(NO_REJECTION, 'address');
    expect(one.ticked).toEqual(['address']);
    expect(rejectionFault(one)).toBeUndefined();
    expect(toggle(one, 'address').ticked).toEqual([]);
  });

  it('gives its reasons in the order of the list, own ones last, trimmed', () => {
    const both = toggle(toggle(NO_REJECTION, 'address'), 'blurred');
    const written = { ...both, own: [{ field: 'name', text: ' 与身份证不一致 ' }], remark: ' ' };
    expect(decisionOf(written, choices)).toEqual({
      decision: 'reject',
      reasons: [
        { field: 'cardPortrait', text: '请重新拍摄' },
        { field: 'address', text: '请写到门牌号' },
        { field: 'name', text: '与身份证不一致' },
      ],
    });
  });
});

it('shows the ready sentences under their fields, numbered through', () => {
  const more = [...choices, { code: 'number', field: 'address', label: '没有门牌号', text: '请写门牌号' }];
  expect(byField(more).map(({ field, items }) => [field, ...items.map(({ index }) => index)])).toEqual([
    ['cardPortrait', 0],
    ['address', 1, 2],
  ]);
});
