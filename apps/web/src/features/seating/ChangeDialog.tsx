import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { SeatedRoom } from '@zikao/contract/seating';
import { changeSeat, getSeatedRoom, listSeatedRooms } from '@zikao/contract/seating-runs';
import { call, newKey } from '#api/client';
import { keyOf } from '#api/query';
import { PlainForm } from '#forms/PlainForm';
import { usePlainForm } from '#forms/use-plain-form';
import { Button } from '#ui/Button';
import { Dialog } from '#ui/Dialog';
import { Field } from '#ui/Field';
import { TextArea } from '#ui/TextArea';
import { showToast } from '#ui/Toast';
import type { Moving } from './moving.ts';

interface Props {
  run: string;
  room: SeatedRoom;
  moving: Moving;
  target: number;
  onDone: () => void;
  onClose: () => void;
}

/** Says who goes where, and asks why. */
export function ChangeDialog({ run, room, moving, target, onDone, onClose }: Props) {
  const client = useQueryClient();
  const formId = useId();
  const [key] = useState(newKey);
  const other = room.seats.find(({ seat }) => seat === target);
  const form = usePlainForm<{ reason: string }>({
    schema: changeSeat.body!.pick({ reason: true }),
    labels: { reason: '调整的原因' },
    async submit({ reason }) {
      const body = { seat: moving.id, to: { room: room.id, seat: target }, reason };
      await call(changeSeat, { params: { run }, body }, { key: `${key}${reason.length}` });
      showToast('座位已调整，正在通知考生');
      await client.invalidateQueries({ queryKey: keyOf(getSeatedRoom) });
      void client.invalidateQueries({ queryKey: keyOf(listSeatedRooms) });
      onDone();
    },
  });
  const to = `${room.no} 考场 ${target} 座`;
  return (
    <Dialog
      open
      title={other ? '互换座位' : '调整座位'}
      onClose={onClose}
      actions={
        <Button look="primary" type="submit" form={formId} busy={form.busy}>
          {other ? '确认互换' : '确认调整'}
        </Button>
      }
    >
      <p>
        {moving.name}从 {moving.room} 考场 {moving.seat} 座到 {to}
        {other
          ? `，${other.name}到 ${moving.room} 考场 ${moving.seat} 座。两人都会收到消息。`
          : '。考生会收到消息。'}
      </p>
      <PlainForm form={form} id={formId}>
        <Field {...form.field('reason')} hint="如：座位损坏、考生行动不便" required>
          <TextArea {...form.input('reason')} rows={3} maxLength={200} />
        </Field>
      </PlainForm>
    </Dialog>
  );
}
