import { useState } from 'react';
import { Button } from '#ui/Button';
import { Card } from '#ui/Card';
import { Field } from '#ui/Field';
import { TextInput } from '#ui/TextInput';
import { RoomRow } from './RoomRow.tsx';
import { moreRooms, seatsOf, type TypedRoom } from './venue-form.ts';

interface Props {
  rooms: TypedRoom[];
  faults: Record<string, string>;
  onChange: (rooms: TypedRoom[]) => void;
}

const MOST_AT_ONCE = 100;

/** The rooms of a venue, in the order in which they are filled. */
export function RoomList({ rooms, faults, onChange }: Props) {
  const [count, setCount] = useState('10');
  const wanted = Math.min(MOST_AT_ONCE, Number.parseInt(count, 10) || 0);
  return (
    <Card
      title="考场"
      side={<span className="muted">{`${rooms.length} 个考场，${seatsOf(rooms)} 个座位`}</span>}
    >
      <p className="muted">
        按从上到下的次序编排。座位蛇形编号：第一列从前往后，第二列从后往前，依次类推；座位数少于行乘列时，最后几个位置空着。
      </p>
      <div id="rooms" tabIndex={-1}>
        {rooms.map((room, at) => (
          <RoomRow
            key={at}
            room={room}
            path={`rooms.${at}`}
            faults={faults}
            onChange={(to) => onChange(rooms.map((one, no) => (no === at ? { ...one, ...to } : one)))}
            onRemove={() => onChange(rooms.filter((_, no) => no !== at))}
          />
        ))}
      </div>
      <div className="venues__more">
        <Field label="增加几个考场">
          <TextInput inputMode="numeric" value={count} onChange={({ target }) => setCount(target.value)} />
        </Field>
        <Button aria-disabled={wanted < 1} onClick={() => onChange([...rooms, ...moreRooms(rooms, wanted)])}>
          增加考场（5 行 6 列，30 座）
        </Button>
      </div>
    </Card>
  );
}
