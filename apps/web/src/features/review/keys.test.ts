import { describe, expect, it } from 'vitest';
import { actOf, isTyping } from './keys.ts';

const press = (key: string, extra: Partial<Parameters<typeof actOf>[0]> = {}) =>
  actOf({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    repeat: false,
    isComposing: false,
    ...extra,
  });

describe('the keys of the workspace', () => {
  it.each(['ctrlKey', 'metaKey', 'altKey'] as const)('leave keys with %s to the browser', (modifier) => {
    expect(press('a', { [modifier]: true })).toBeUndefined();
    expect(press('r', { [modifier]: true })).toBeUndefined();
  });

  it('do nothing while a Chinese character is being composed', () => {
    expect(press('a', { isComposing: true })).toBeUndefined();
  });

  it('never decide twice because a key is held down', () => {
    expect(press('a', { repeat: true })).toBeUndefined();
    expect(press('x', { repeat: true })).toBeUndefined();
    expect(press('3', { repeat: true })).toBeUndefined();
    expect(press('f', { repeat: true })).toBeUndefined();
    expect(press('k', { repeat: true })).toEqual({ act: 'later' });
  });

  it('know nothing of other keys', () => {
    expect(['q', '0', 'Enter', ' ', 'Tab', 'Home'].map((key) => press(key))).toEqual(
      Array.from({ length: 6 }),
    );
  });

  it('work in both cases', () => {
    expect(press('a')).toEqual({ act: 'approve' });
    expect(press('A')).toEqual({ act: 'approve' });
    expect(press('m')).toEqual({ act: 'marks' });
    expect(press('?')).toEqual({ act: 'help' });
    expect(press('Escape')).toEqual({ act: 'close' });
  });

  it('number the reasons from one', () => {
    expect(press('1')).toEqual({ act: 'reason', index: 0 });
    expect(press('9')).toEqual({ act: 'reason', index: 8 });
  });
});

describe('typing', () => {
  it('is what one does in fields and lists', () => {
    expect(isTyping({ tagName: 'INPUT', type: 'search' })).toBe(true);
    expect(isTyping({ tagName: 'INPUT' })).toBe(true);
    expect(isTyping({ tagName: 'TEXTAREA' })).toBe(true);
    expect(isTyping({ tagName: 'SELECT' })).toBe(true);
    expect(isTyping({ tagName: 'DIV', isContentEditable: true })).toBe(true);
  });

  it('is not what one does on tick boxes and buttons', () => {
    expect(isTyping({ tagName: 'INPUT', type: 'checkbox' })).toBe(false);
    expect(isTyping({ tagName: 'BUTTON', type: 'submit' })).toBe(false);
    expect(isTyping({ tagName: 'BODY' })).toBe(false);
  });
});
