import type { Verdict } from '@zikao/contract/measures';
import type { FaceMarks } from '@zikao/contract/verification';
import { type Band, linesOf } from './marks.ts';
import './overlay.css';

interface Props {
  /** Of the picture, in pixels. */
  size: { width: number; height: number };
  /** How much the picture is magnified: strokes and words stay as fine as they are. */
  near: number;
  face: FaceMarks;
  bands: readonly Band[];
}

const SIGNS: Record<Verdict, string> = { pass: '✓', warn: '△', fail: '✗' };
const WORDS: Record<Verdict, string> = { pass: '合格', warn: '建议核对', fail: '不合格' };

/** What was found in a photo, and between which limits it should lie; turns and grows with the picture. */
export function FaceOverlay({ size: { width, height }, near, face, bands }: Props) {
  const lines = linesOf(face);
  const verdictOf = (id: string) => bands.find((band) => band.id === id)?.verdict;
  const told = lines.map(({ id, label }) => {
    const verdict = verdictOf(id);
    return verdict ? `${label}${WORDS[verdict]}` : label;
  });
  const x = (share: number) => share * width;
  const y = (share: number) => share * height;
  // A photo is some 200 CSS pixels wide.
  const unit = width / 200 / near;
  return (
    <svg
      className="overlay"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`检测标记：人脸框、${told.join('、')}`}
      style={{ '--unit': `${unit}px` } as object}
    >
      {bands.map(({ id, across, from, to, verdict }, index) => (
        <rect
          key={`${id}-${index}`}
          className={`overlay__band overlay__band--${verdict}`}
          x={across === 'x' ? x(from) : 0}
          width={across === 'x' ? x(to - from) : width}
          y={across === 'y' ? y(from) : y(along(id, face).y)}
          height={across === 'y' ? y(to - from) : y(along(id, face).height)}
        />
      ))}
      {['overlay__halo', 'overlay__line'].map((name) => (
        <g key={name} className={name}>
          <rect x={x(face.box.x)} y={y(face.box.y)} width={x(face.box.width)} height={y(face.box.height)} />
          {lines.map(({ id, at }) =>
            id === 'eyeLine' ? (
              <Eyes key={id} face={face} x={x} y={y} radius={unit * 2} />
            ) : (
              <line
                key={id}
                x1={x(face.box.x - 0.06)}
                x2={x(face.box.x + face.box.width + 0.06)}
                y1={y(at)}
                y2={y(at)}
              />
            ),
          )}
        </g>
      ))}
      {lines.map(({ id, label, at }) => {
        const verdict = verdictOf(id);
        return (
          <text
            key={id}
            className={`overlay__word overlay__word--${verdict ?? 'none'}`}
            x={unit * 3}
            y={y(at) + unit * 4}
          >
            {label}
            {verdict && ` ${SIGNS[verdict]}`}
          </text>
        );
      })}
    </svg>
  );
}

/** How far down a strip runs: one for the width of the face only beside the face. */
const along = (id: string, { box }: FaceMarks) => (id === 'faceWidth' ? box : { y: 0, height: 1 });

interface EyesProps {
  face: FaceMarks;
  x: (share: number) => number;
  y: (share: number) => number;
  radius: number;
}

/** From eye to eye, as tilted as the head is. */
function Eyes({ face: { eyes }, x, y, radius }: EyesProps) {
  const [one, other] = eyes;
  return (
    <>
      <line x1={x(one.x)} y1={y(one.y)} x2={x(other.x)} y2={y(other.y)} />
      {eyes.map((eye, index) => (
        <circle key={index} cx={x(eye.x)} cy={y(eye.y)} r={radius} />
      ))}
    </>
  );
}
