import { useQuery } from '@tanstack/react-query';
import { generatePath, useNavigate } from 'react-router';
import type { SeatedRoom } from '@zikao/contract/seating';
import { listSeatedRooms } from '@zikao/contract/seating-runs';
import { query } from '#api/query';
import { paths } from '#paths';
import { Field } from '#ui/Field';
import { Select } from '#ui/Select';
import type { Moving } from './moving.ts';

/** To a seat in another room of the venue: the picture changes, who is being moved stays. */
export function OtherRoom({ run, room, moving }: { run: string; room: SeatedRoom; moving: Moving }) {
  const navigate = useNavigate();
  const slot = room.slot.no;
  const { data } = useQuery(
    query(listSeatedRooms, { params: { run }, query: { venue: room.venue.id, slot } }),
  );
  if (!data || data.items.length < 2) return null;
  return (
    <Field label="换到其他考场">
      <Select
        placeholder={null}
        options={data.items.map(({ id, no, people, capacity }) => ({
          value: id,
          label: `${no} 考场（${people} / ${capacity}）`,
        }))}
        value={room.id}
        onChange={({ target }) =>
          void navigate(`${generatePath(paths.seatedRoom, { run, room: target.value })}?slot=${slot}`, {
            state: { moving },
          })
        }
      />
    </Field>
  );
}
