import { describe, expect, it } from 'vitest';
import { changedLines, compare, countChanges } from './difference.ts';

const group = (rows: Record<string, string>, title = '联系方式') => ({
  title,
  rows: Object.entries(rows).map(([key, text]) => ({ key, label: `${key}的名称`, text })),
});
const rowsOf = (groups: ReturnType<typeof compare>) => groups.flatMap(({ rows }) => rows);

describe('comparing submissions', () => {
  it('finds nothing changed on a first submission', () => {
    const compared = compare([group({ address: '西宁市' })], undefined, []);
    expect(countChanges(compared)).toBe(0);
    expect(rowsOf(compared)[0]).not.toHaveProperty('before');
  });

  it('finds nothing changed when the same is sent again', () => {
    expect(countChanges(compare([group({ address: '西宁市' })], [group({ address: '西宁市' })], []))).toBe(0);
  });

  it('tells the former text of a changed row, and leaves the others alone', () => {
    const rows = rowsOf(
      compare(
        [group({ address: '西宁市共和路 12 号', email: 'a@b.cn' })],
        [group({ address: '西宁市', email: 'a@b.cn' })],
        [],
      ),
    );
    expect(rows[0]).toMatchObject({ changed: true, before: '西宁市' });
    expect(rows[1]).toMatchObject({ changed: false });
  });

  it('counts another picture as a change, though its words are the same', () => {
    const card = (picture: string) => ({
      title: '身份证图片',
      rows: [{ key: 'cardPortrait', label: '身份证人像面', text: '已上传', picture }],
    });
    expect(rowsOf(compare([card('new')], [card('old')], []))[0]).toMatchObject({ changed: true });
    expect(rowsOf(compare([card('old')], [card('old')], []))[0]).toMatchObject({ changed: false });
  });

  it('counts other files as a change, though they are called the same', () => {
    const papers = (id: string) => ({
      title: '证明材料',
      rows: [{ key: 'proof', label: '证明材料', text: '证明.pdf', files: [{ id, name: '证明.pdf' }] }],
    });
    expect(rowsOf(compare([papers('new')], [papers('old')], []))[0]).toMatchObject({ changed: true });
    expect(rowsOf(compare([papers('old')], [papers('old')], []))[0]).toMatchObject({ changed: false });
  });

  it('keeps the reason of the rejection at its row, whether it was changed or not', () => {
    const reasons = [
      { field: 'address', text: '请写到门牌号' },
      { field: 'address', text: '请写明区县' },
      { field: 'email', text: '邮箱不对' },
    ];
    const rows = rowsOf(
      compare(
        [group({ address: '新', email: '旧', phone: '1' })],
        [group({ address: '旧', email: '旧', phone: '1' })],
        reasons,
      ),
    );
    expect(rows.map(({ changed, reason }) => [changed, reason])).toEqual([
      [true, '请写到门牌号；请写明区县'],
      [false, '邮箱不对'],
      [false, undefined],
    ]);
  });

  it('shows rows that came and rows that went, in their group', () => {
    const compared = compare([group({ s2: '英语' }, '课程')], [group({ s1: '语文' }, '课程')], []);
    expect(compared).toHaveLength(1);
    expect(rowsOf(compared)).toMatchObject([
      { key: 's2', text: '英语', before: '', changed: true },
      { key: 's1', before: '语文', changed: true },
    ]);
    expect(rowsOf(compared)[1]).not.toHaveProperty('text');
  });
});

describe('the lines of a list', () => {
  it('are told apart into those that went and those that came', () => {
    expect(changedLines('合同法\n英语', '英语\n知识产权法')).toEqual({
      gone: ['合同法'],
      come: ['知识产权法'],
    });
    expect(changedLines('', '英语\n合同法')).toEqual({ gone: [], come: ['英语', '合同法'] });
  });

  it('are no lines where there is only one', () => {
    expect(changedLines('西宁市', '海东市')).toBeUndefined();
  });
});
