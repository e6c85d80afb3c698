import { type KeyboardEvent, useRef, useState } from 'react';
import type { SeatedRoom } from '@zikao/contract/seating';
import { letterOf, placeOf, seatBeside } from './grid.ts';

interface Props {
  room: SeatedRoom;
  chosen: number | undefined;
  /** The seat of whoever is being moved. */
  moving: string | undefined;
  onPress: (seat: number) => void;
}

const PATTERNS = 6;

/** The room as one stands in front of it: 讲台 above, seats in snake order; arrow keys go from seat to seat. */
export function Picture({ room, chosen, moving, onPress }: Props) {
  const [at, setAt] = useState(chosen ?? 1);
  const grid = useRef<HTMLDivElement>(null);
  const courseNo = new Map(room.courses.map(({ code }, no) => [code, no]));
  const people = new Map(room.seats.map((one) => [one.seat, one]));

  function key(event: KeyboardEvent) {
    const next = seatBeside(at, event.key, room);
    if (next === undefined) return;
    event.preventDefault();
    setAt(next);
    grid.current?.querySelector<HTMLElement>(`[data-seat="${next}"]`)?.focus();
  }
  return (
    <>
      <Legend room={room} />
      <p className="room__front">讲台</p>
      <div
        className="room"
        role="group"
        aria-label={`座位图，${room.rows} 行 ${room.columns} 列，方向键移动`}
        ref={grid}
        onKeyDown={key}
        style={{ gridTemplateColumns: `repeat(${room.columns}, minmax(0, 1fr))` }}
      >
        {Array.from({ length: room.capacity }, (_, index) => index + 1).map((seat) => {
          const { row, column } = placeOf(seat, room.rows);
          const one = people.get(seat);
          const no = one && courseNo.get(one.course)!;
          const course = one && room.courses[no!]!;
          return (
            <button
              key={seat}
              type="button"
              data-seat={seat}
              data-pattern={no === undefined ? undefined : no % PATTERNS}
              className={one ? 'seat' : 'seat seat--free'}
              style={{ gridRow: row, gridColumn: column }}
              tabIndex={seat === at ? 0 : -1}
              aria-pressed={seat === chosen || (one !== undefined && one.id === moving)}
              onFocus={() => setAt(seat)}
              onClick={() => onPress(seat)}
            >
              <span className="seat__top">
                <span className="num">
                  {seat}
                  <span className="hidden-text"> 座</span>
                </span>
                {no !== undefined && room.courses.length > 1 && (
                  <b className="seat__course">{letterOf(no)}</b>
                )}
              </span>
              <span className="seat__name">{one?.name ?? '空'}</span>
              {course && <span className="hidden-text">，{course.name}</span>}
            </button>
          );
        })}
      </div>
    </>
  );
}

/** Which letter and pattern is which course. */
function Legend({ room: { courses } }: { room: SeatedRoom }) {
  return (
    <ul className="room__legend">
      {courses.map(({ code, name }, no) => (
        <li key={code}>
          <span className="room__swatch" data-pattern={no % PATTERNS} aria-hidden="true">
            {courses.length > 1 && letterOf(no)}
          </span>
          {courses.length > 1 && <span className="hidden-text">{letterOf(no)}：</span>}
          <span className="num">{code}</span> {name}
        </li>
      ))}
    </ul>
  );
}
