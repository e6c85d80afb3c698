import { STANDARD_HEIGHT } from '@zikao/contract/face-measures';
import type { Measured, Verdict } from '@zikao/contract/measures';
import type { FaceMarks } from '@zikao/contract/verification';
import { type Range, rangeOf } from './range.ts';

/** A permitted strip of the picture, in shares of its width or height. */
export interface Band {
  id: string;
  across: 'x' | 'y';
  from: number;
  to: number;
  verdict: Verdict;
}
/** A found line across the picture, at a share of its height. */
export interface Line {
  id: string;
  label: string;
  at: number;
}

/** The lines of a face from top to bottom. */
export const linesOf = ({ crown, eyes, chin }: FaceMarks): Line[] => [
  // The standard counts the top of the hair as the hairline.
  { id: 'hairline', label: '头顶', at: crown },
  { id: 'eyeLine', label: '眼睛', at: (eyes[0].y + eyes[1].y) / 2 },
  { id: 'chin', label: '下巴', at: chin },
];

/**
 * Where the values of a judgement should lie in the picture, as advised, else as allowed; margins only where they are not kept. What was not measured, or has
 * no limit, has no band.
 */
export function bandsOf(face: FaceMarks, measures: readonly Measured[]): Band[] {
  const middle = face.box.x + face.box.width / 2;
  return measures.flatMap(({ id, limit, advised, verdict }) => {
    const range = rangeOf(advised) ?? rangeOf(limit);
    // Margins that are kept would only hide the picture.
    const draw = range && (BANDS[id] ?? (verdict === 'pass' ? undefined : EDGES[id]));
    if (!draw) return [];
    return draw(range, middle).map((band) => ({ id, verdict, ...within(band) }));
  });
}

type Place = Pick<Band, 'across' | 'from' | 'to'>;
const rows = ({ low = 0, high = STANDARD_HEIGHT }: Range): Place[] => [
  { across: 'y', from: low / STANDARD_HEIGHT, to: high / STANDARD_HEIGHT },
];
/** A margin is what must stay free: a strip along the edge, in percent of the picture. */
const edge =
  (across: 'x' | 'y', far: boolean) =>
  ({ low }: Range): Place[] => {
    if (low === undefined) return [];
    const depth = low / 100;
    return [{ across, from: far ? 1 - depth : 0, to: far ? 1 : depth }];
  };

const BANDS: Record<string, (range: Range, middle: number) => Place[]> = {
  hairline: rows,
  eyeLine: rows,
  /** Two strips: between them the narrowest, at their outer edges the widest permitted face. */
  faceWidth({ low, high }, middle) {
    if (low === undefined || high === undefined) return [];
    const [near, far] = [low / 200, high / 200];
    return [
      { across: 'x', from: middle - far, to: middle - near },
      { across: 'x', from: middle + near, to: middle + far },
    ];
  },
};

const EDGES: typeof BANDS = {
  marginAbove: edge('y', false),
  marginLeft: edge('x', false),
  marginRight: edge('x', true),
};

function within<P extends Place>(place: P): P {
  const inside = (share: number) => Math.min(1, Math.max(0, share));
  return { ...place, from: inside(place.from), to: inside(place.to) };
}
