import { expect, it } from 'vitest';
import { viewerAct } from './use-viewer-keys.ts';

function pressed(key: string, near: boolean): string {
  let said = '';
  const acts = {
    near,
    turn: (by: number) => (said = `page ${by}`),
    zoom: (by: number) => (said = `zoom ${by}`),
    move: (x: number, y: number) => (said = `move ${x} ${y}`),
    rotate: () => (said = 'rotate'),
    reset: () => (said = 'whole'),
  };
  viewerAct(key, acts)?.();
  return said;
}

it.each([
  ['ArrowRight', false, 'page 1'],
  ['ArrowRight', true, 'move -1 0'],
  ['ArrowUp', false, ''],
  ['ArrowUp', true, 'move 0 1'],
  ['PageDown', true, 'page 1'],
  ['PageUp', false, 'page -1'],
  ['+', false, 'zoom 1'],
  ['=', false, 'zoom 1'],
  ['-', true, 'zoom -1'],
  ['r', false, 'rotate'],
  ['0', true, 'whole'],
  ['a', false, ''],
])('%s, near: %s: %s', (key, near, said) => {
  expect(pressed(key, near)).toBe(said);
});
