/** What a key does in the workspace. */
export type KeyAct =
  | { act: 'approve' | 'reject' | 'earlier' | 'later' | 'next' | 'rotate' | 'side' }
  | { act: 'undo' | 'settle' | 'takeOver' | 'putBack' | 'bulk' }
  | { act: 'marks' | 'faces' | 'checks' | 'visit' }
  | { act: 'zoomIn' | 'zoomOut' | 'left' | 'right' | 'up' | 'down' }
  | { act: 'search' | 'help' | 'close' }
  | { act: 'reason'; index: number };

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'isComposing'>;

const ACTS: Record<string, KeyAct> = {
  a: { act: 'approve' },
  x: { act: 'reject' },
  j: { act: 'earlier' },
  k: { act: 'later' },
  n: { act: 'next' },
  r: { act: 'rotate' },
  e: { act: 'side' },
  m: { act: 'marks' },
  f: { act: 'faces' },
  d: { act: 'checks' },
  v: { act: 'visit' },
  z: { act: 'undo' },
  s: { act: 'settle' },
  t: { act: 'takeOver' },
  u: { act: 'putBack' },
  b: { act: 'bulk' },
  '+': { act: 'zoomIn' },
  '=': { act: 'zoomIn' },
  '-': { act: 'zoomOut' },
  arrowleft: { act: 'left' },
  arrowright: { act: 'right' },
  arrowup: { act: 'up' },
  arrowdown: { act: 'down' },
  '/': { act: 'search' },
  '?': { act: 'help' },
  escape: { act: 'close' },
};
/** A key held down goes on turning and walking, but never decides. */
const REPEATING = new Set(['earlier', 'later', 'zoomIn', 'zoomOut', 'left', 'right', 'up', 'down']);

/** The act of a key, undefined for none. Shift is part of the character (`?`, `+`); other modifiers are the browser's. */
export function actOf(pressed: Pressed): KeyAct | undefined {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || pressed.isComposing) return undefined;
  const key = pressed.key.toLowerCase();
  const found: KeyAct | undefined = /^[1-9]$/.test(key)
    ? { act: 'reason', index: Number(key) - 1 }
    : ACTS[key];
  return found && pressed.repeat && !REPEATING.has(found.act) ? undefined : found;
}

const NOT_TYPED = new Set(['checkbox', 'radio', 'button', 'submit', 'file']);

/** Whether keys belong to the element: somebody types there, or chooses from a list. */
export function isTyping(element: { tagName: string; type?: string; isContentEditable?: boolean }): boolean {
  if (element.isContentEditable) return true;
  if (element.tagName === 'INPUT') return !NOT_TYPED.has(element.type ?? 'text');
  return ['TEXTAREA', 'SELECT'].includes(element.tagName);
}

/** The help card, in the order of the work. */
export const KEY_HELP: readonly { keys: string[]; text: string }[] = [
  { keys: ['A'], text: '通过并下一个' },
  { keys: ['X'], text: '不通过；写好原因后再按一次，确认并下一个' },
  { keys: ['1', '…', '9'], text: '勾选或取消第几条不通过原因' },
  { keys: ['Z'], text: '撤销刚才的决定（10 秒内）' },
  { keys: ['S'], text: '让刚才的决定立即生效' },
  { keys: ['V'], text: '登记现场审核' },
  { keys: ['N'], text: '领取最早的一件' },
  { keys: ['T'], text: '接手同事正在审核的一件' },
  { keys: ['U'], text: '放回正在审核的一件' },
  { keys: ['B'], text: '批量通过' },
  { keys: ['J'], text: '列表中的上一件' },
  { keys: ['K'], text: '列表中的下一件' },
  { keys: ['E'], text: '身份证人像面与国徽面切换' },
  { keys: ['M'], text: '显示或隐藏照片上的检测标记' },
  { keys: ['F'], text: '放大并列的两张人像' },
  { keys: ['D'], text: '展开或收起通过的检查项' },
  { keys: ['R'], text: '旋转图片' },
  { keys: ['+'], text: '放大图片，也可以用滚轮' },
  { keys: ['-'], text: '缩小图片' },
  { keys: ['←', '→', '↑', '↓'], text: '移动放大的图片，也可以拖动' },
  { keys: ['/'], text: '查找' },
  { keys: ['Esc'], text: '关闭，取消不通过' },
  { keys: ['?'], text: '显示这张卡片' },
];
