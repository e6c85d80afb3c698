/** How a picture is looked at: magnification, quarter turns clockwise, shift in shares of the frame. */
export interface View {
  zoom: number;
  turn: number;
  x: number;
  y: number;
}

export const WHOLE: View = { zoom: 1, turn: 0, x: 0, y: 0 };
export const MOST = 8;

/** Nearer or further; what was in the middle stays there. */
export function zoom(view: View, factor: number): View {
  const next = Math.min(MOST, Math.max(1, view.zoom * factor));
  const grown = next / view.zoom;
  return inside({ ...view, zoom: next, x: view.x * grown, y: view.y * grown });
}

export const rotate = (view: View): View => ({ ...view, turn: (view.turn + 1) % 4, x: 0, y: 0 });

export const move = (view: View, x: number, y: number): View =>
  inside({ ...view, x: view.x + x, y: view.y + y });

/** Scale and place as CSS. `aspect`: width / height of the frame. */
export function transformOf(view: View, aspect: number): string {
  const { turn, x, y } = view;
  return `translate(${x * 100}%, ${y * 100}%) rotate(${turn * 90}deg) scale(${scaleOf(view, aspect)})`;
}

/** How much larger than whole it is drawn; a turned picture shrinks until it fits again. */
export const scaleOf = ({ zoom: near, turn }: View, aspect: number): number =>
  near * (turn % 2 ? Math.min(aspect, 1 / aspect) : 1);

/** The picture covers the middle of its frame, however far it is pulled. */
function inside(view: View): View {
  const most = (view.zoom - 1) / 2;
  const within = (shift: number) => Math.min(most, Math.max(-most, shift)) || 0;
  return { ...view, x: within(view.x), y: within(view.y) };
}
