import { useId } from 'react';
import { type CourseState, COURSE_STATES, type ProgressGroup } from '@zikao/contract/progress';
import { draw, drawingText, type Segment, WIDTH } from './draw.ts';

/** A sign in every piece, so that nothing depends on colour. */
const SIGNS: Record<CourseState, string> = {
  done: '✓',
  inProgress: '考',
  missing: '',
  choice: '选',
  spare: '–',
};

/** The plan as rows of pieces, one piece per course: passed, sat now, missing, to choose, not needed. */
export function Picture({ groups }: { groups: readonly ProgressGroup[] }) {
  const hatch = useId();
  const { rows, height } = draw(groups);
  return (
    <>
      <svg
        className="plan-picture"
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={drawingText(groups)}
      >
        <Hatch id={hatch} />
        {rows.map(({ name, sum, y, segments }) => (
          <g key={name} transform={`translate(0 ${y})`}>
            <text className="plan-picture__name" x="0" y="15">
              {name}
            </text>
            <text className="plan-picture__sum" x={WIDTH} y="15">
              {sum}
            </text>
            <g transform="translate(0 24)">
              {segments.map((segment) => (
                <Piece key={segment.code} segment={segment} hatch={hatch} />
              ))}
            </g>
          </g>
        ))}
      </svg>
      <ul className="plan-legend" aria-hidden="true">
        {(Object.keys(COURSE_STATES) as CourseState[])
          .filter((state) => groups.some(({ items }) => items.some((item) => item.state === state)))
          .map((state) => (
            <li key={state}>
              <svg viewBox="0 0 24 24">
                <Piece segment={{ code: state, state, x: 1, width: 22 }} hatch={hatch} />
              </svg>
              {COURSE_STATES[state]}
            </li>
          ))}
      </ul>
    </>
  );
}

/** Diagonal lines: what is sat now. */
function Hatch({ id }: { id: string }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect className="plan-picture__hatch" width="6" height="6" />
      <rect className="plan-picture__hatch-line" width="1.5" height="6" />
    </pattern>
  );
}

function Piece({ segment: { state, x, width }, hatch }: { segment: Segment; hatch: string }) {
  return (
    <g className={`plan-piece plan-piece--${state}`}>
      <rect
        x={x}
        y="1"
        width={width}
        height="22"
        rx="3"
        {...(state === 'inProgress' && { fill: `url(#${hatch})` })}
      />
      <text x={x + width / 2} y="16.5">
        {SIGNS[state]}
      </text>
    </g>
  );
}
