import type { MeasureId } from '@zikao/contract/measures';

/** What is drawn differently from a good portrait. */
export interface Fault {
  x?: number;
  y?: number;
  /** Of the head: 1 is right. */
  size?: number;
  /** Degrees. */
  tilt?: number;
  /** How far nose and eyes have moved aside or up on the head. */
  aside?: number;
  up?: number;
  eyes?: 'closed';
  mouth?: 'open';
  wall?: string;
  things?: true;
  another?: true;
  /** A veil over all of it, or over one half. */
  veil?: { colour: string; opacity: number; half?: true };
  blur?: number;
  grey?: true;
  frame?: true;
  blocks?: true;
}

/** The fault a measure speaks of, drawn. */
export const FAULTS: Partial<Record<MeasureId, Fault>> = {
  singleFacePresent: { another: true, x: 22 },
  headSize: { size: 1.75, y: 40 },
  faceWidth: { size: 1.75, y: 40 },
  horizontalPosition: { x: 43 },
  marginLeft: { x: 43 },
  marginRight: { x: 43 },
  marginAbove: { y: 12 },
  hairline: { y: 14 },
  eyeLine: { y: 48 },
  headPoseRoll: { tilt: 22 },
  headPoseYaw: { aside: 6 },
  headPosePitch: { up: 5 },
  eyesOpen: { eyes: 'closed' },
  mouthClosed: { mouth: 'open' },
  luminanceMean: { veil: { colour: '#0a1018', opacity: 0.65 } },
  underExposure: { veil: { colour: '#0a1018', opacity: 0.6, half: true } },
  overExposure: { veil: { colour: '#fff', opacity: 0.75, half: true } },
  sharpness: { blur: 1.6 },
  colourfulness: { grey: true },
  naturalColour: { veil: { colour: '#f0b429', opacity: 0.45 } },
  backgroundUniformity: { things: true },
  backgroundColour: { wall: '#7fa7d6' },
  borders: { frame: true },
  compression: { blocks: true },
};

/** A small portrait; says nothing to screen readers, which have the sentence beside it. */
export function Drawing({ fault = {} }: { fault?: Fault }) {
  const { wall = '#fff', things, another, veil, blur, grey, frame, blocks } = fault;
  const filter = [blur && `blur(${blur}px)`, grey && 'grayscale(1)'].filter(Boolean).join(' ');
  return (
    <svg className="drawing" viewBox="0 0 60 80" aria-hidden="true">
      <g style={filter ? { filter } : undefined}>
        <rect width="60" height="80" fill={wall} />
        {things && (
          <g fill="#e3c98a">
            <rect x="4" y="4" width="12" height="30" />
            <rect x="45" y="10" width="12" height="20" />
            <rect x="21" y="2" width="18" height="9" />
          </g>
        )}
        {another && <Person x={46} y={34} size={0.8} />}
        <Person {...fault} />
      </g>
      {veil && <rect width={veil.half ? 30 : 60} height="80" fill={veil.colour} opacity={veil.opacity} />}
      {frame && <rect x="2.5" y="2.5" width="55" height="75" fill="none" stroke="#3c4858" strokeWidth="5" />}
      {blocks && <Blocks />}
    </svg>
  );
}

function Person({ x = 30, y = 34, size = 1, tilt = 0, aside = 0, up = 0, eyes, mouth }: Fault) {
  return (
    <g transform={`translate(${x} ${y}) scale(${size})`}>
      <path d="M-22 60c0-28 9-40 22-40s22 12 22 40z" fill="#9fb4c6" />
      <g transform={`rotate(${tilt} 0 14)`}>
        <rect x="-5" y="8" width="10" height="14" fill="#dfb892" />
        <ellipse rx="12" ry="15" fill="#edc9a4" />
        <path d="M-12.5-1c-1-21 26-21 25 0-3-7-6-9-12.500-9s-9.500 2-12.500 9z" fill="#3a3f4a" />
        <g transform={`translate(${aside} ${-up})`} stroke="#3a3f4a" strokeWidth="1.4" strokeLinecap="round">
          {eyes === 'closed' ? (
            <path d="M-7.500 0q2.500 1.800 5 0M2.500 0q2.500 1.800 5 0" fill="none" />
          ) : (
            <g fill="#3a3f4a" stroke="none">
              <circle cx="-5" r="1.500" />
              <circle cx="5" r="1.500" />
            </g>
          )}
          {mouth === 'open' ? (
            <ellipse cy="8" rx="3" ry="2.600" fill="#8c3b32" stroke="none" />
          ) : (
            <path d="M-3 8h6" stroke="#b5544a" />
          )}
        </g>
      </g>
    </g>
  );
}

function Blocks() {
  const squares = [];
  for (let row = 0; row < 8; row++)
    for (let column = 0; column < 6; column++)
      if ((row + column) % 2) squares.push(`M${column * 10} ${row * 10}h10v10h-10z`);
  return <path d={squares.join('')} fill="#3c4858" opacity="0.22" />;
}
