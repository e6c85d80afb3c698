import { SEAT_ORIGINS, type SeatedRoom } from '@zikao/contract/seating';
import { Button } from '#ui/Button';

interface Props {
  room: SeatedRoom;
  seat: number | undefined;
  onMove: (() => void) | undefined;
}

/** Who sits at the chosen seat. */
export function SeatCard({ room, seat, onMove }: Props) {
  const one = room.seats.find((other) => other.seat === seat);
  const course = room.courses.find(({ code }) => code === one?.course);
  return (
    <div className="seat-card" role="status">
      {seat === undefined && <p className="muted">点一个座位，这里显示考生和课程。</p>}
      {seat !== undefined && !one && <p>{seat} 座空着。</p>}
      {one && (
        <>
          <p>
            <b>
              {one.seat} 座　{one.name}
            </b>
            {'　'}
            <span className="num">{one.admissionNumber}</span>
            <br />
            <span className="num">{one.course}</span> {course?.name}
            {one.origin !== 'run' && <span className="muted">（{SEAT_ORIGINS[one.origin]}）</span>}
          </p>
          {onMove && (
            <Button size="small" onClick={onMove}>
              调整座位
            </Button>
          )}
        </>
      )}
    </div>
  );
}
