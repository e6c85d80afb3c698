import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { generatePath, useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import type { SeatedRoom } from '@zikao/contract/seating';
import { getSeatedRoom } from '@zikao/contract/seating-runs';
import { query } from '#api/query';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { Button, ButtonLink } from '#ui/Button';
import { Card } from '#ui/Card';
import { Notice } from '#ui/Notice';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { ChangeDialog } from './ChangeDialog.tsx';
import type { Moving } from './moving.ts';
import { slotText } from './names.ts';
import { OtherRoom } from './OtherRoom.tsx';
import { Picture } from './Picture.tsx';
import { SeatCard } from './SeatCard.tsx';
import { SeatTable } from './SeatTable.tsx';
import './seating.css';

/** A room in one half-day: the picture and a table beside it; seats are changed by choosing two. */
export function RoomPage() {
  const { run = '', room = '' } = useParams();
  const [search] = useSearchParams();
  const slot = search.get('slot') ?? '';
  const { data, error, refetch } = useQuery(query(getSeatedRoom, { params: { run, room }, query: { slot } }));
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} />;
  return <Room key={`${data.id} ${slot}`} run={run} room={data} />;
}

function Room({ run, room }: { run: string; room: SeatedRoom }) {
  const navigate = useNavigate();
  // Somebody on the way from another room: names are nothing for an address.
  const { state } = useLocation() as { state: { moving?: Moving } | null };
  const [moving, move] = useState(state?.moving);
  const [chosen, choose] = useState<number>();
  const [target, aim] = useState<number>();
  const person = room.seats.find(({ seat }) => seat === chosen);
  const back = `${generatePath(paths.seatingRun, { run })}?venue=${room.venue.id}&slot=${room.slot.no}`;

  function press(seat: number) {
    choose(seat);
    if (moving) aim(seat);
  }
  return (
    <div className="staff-page seating">
      <PageTitle title={`${room.venue.name} ${room.no} 考场`}>
        <p className="seating__head">
          <span>{slotText(room.slot)}</span>
          <span className="muted">
            {room.seats.length} 人，{room.capacity} 个座位{room.accessible && '，无障碍考场'}
          </span>
          <ButtonLink to={back} size="small" look="plain">
            全部考场
          </ButtonLink>
        </p>
      </PageTitle>
      {moving && (
        <Notice tone="wait" title={`正在调整：${moving.name}（${moving.room} 考场 ${moving.seat} 座）`}>
          <p>请在图上选择要坐的座位：空座直接移过去，有人的座位两人互换。</p>
          <div className="seating__acts">
            <OtherRoom run={run} room={room} moving={moving} />
            <Button size="small" onClick={() => move(undefined)}>
              不调整了
            </Button>
          </div>
        </Notice>
      )}
      <div className="seating__room">
        <Card title="座位图">
          <Picture room={room} chosen={chosen} moving={moving?.id} onPress={press} />
          <SeatCard
            room={room}
            seat={chosen}
            onMove={
              room.changeable && person && !moving
                ? () => move({ id: person.id, name: person.name, room: room.no, seat: person.seat })
                : undefined
            }
          />
        </Card>
        <Card title="座位表">
          <SeatTable room={room} />
        </Card>
      </div>
      {moving && target !== undefined && (
        <ChangeDialog
          run={run}
          room={room}
          moving={moving}
          target={target}
          onClose={() => aim(undefined)}
          onDone={() => {
            aim(undefined);
            move(undefined);
            void navigate('.?slot=' + room.slot.no, { replace: true, state: null });
          }}
        />
      )}
    </div>
  );
}
