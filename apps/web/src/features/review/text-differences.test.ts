import { describe, expect, it } from 'vitest';
import { differences } from './text-differences.ts';

describe('telling two texts apart', () => {
  const marked = (text: string, other: string) =>
    differences(text, other)
      .map((part) => (part.differs ? `[${part.text}]` : part.text))
      .join('');

  it('marks the characters the other does not have', () => {
    expect(marked('510921199803126375', '510921199803126357')).toBe('5109211998031263[75]');
    expect(marked('廖叁', '廖三')).toBe('廖[叁]');
    expect(marked('青海省西宁市', '西宁市')).toBe('[青海省]西宁市');
  });

  it('marks nothing in the same, and all beside nothing', () => {
    expect(marked('廖三', '廖三')).toBe('廖三');
    expect(marked('廖三', '')).toBe('[廖三]');
    expect(differences('', '廖三')).toEqual([]);
  });
});
