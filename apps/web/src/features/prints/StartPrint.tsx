import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import {
  listPrints,
  type PrintVenueRooms,
  ROOM_PAPERS,
  type RoomPaper,
  startPrint,
} from '@zikao/contract/prints';
import { call, newKey } from '#api/client';
import { keyOf } from '#api/query';
import { Problem } from '#forms/Problem';
import { Button } from '#ui/Button';
import { Card } from '#ui/Card';
import { Field } from '#ui/Field';
import { Select } from '#ui/Select';
import { showToast } from '#ui/Toast';
import { optionsOf } from '#ui/options';

const PAPERS = optionsOf(ROOM_PAPERS);

/** Everything of a venue: one PDF per room, in one file to download. */
export function StartPrint({ venue, slots }: { venue: string; slots: PrintVenueRooms['slots'] }) {
  const client = useQueryClient();
  const [paper, setPaper] = useState<RoomPaper>('attendance');
  const [slot, setSlot] = useState('');
  const start = useMutation({
    mutationFn: () =>
      call(startPrint, { params: { id: venue }, body: { paper, ...(slot && { slot }) } }, { key: newKey() }),
    onSuccess: () => {
      showToast('已开始生成，完成后可以在下面下载。');
      return client.invalidateQueries({ queryKey: keyOf(listPrints) });
    },
  });
  function submit(event: SubmitEvent) {
    event.preventDefault();
    start.mutate();
  }
  return (
    <Card title="成批生成">
      <form className="prints__find" onSubmit={submit}>
        <Field label="打印内容">
          <Select
            placeholder={null}
            options={PAPERS}
            value={paper}
            onChange={(event) => setPaper(event.target.value as RoomPaper)}
          />
        </Field>
        <Field label="场次">
          <Select
            placeholder="全部场次"
            options={slots.map(({ no, name }) => ({ value: no, label: name }))}
            value={slot}
            onChange={(event) => setSlot(event.target.value)}
          />
        </Field>
        <Button look="primary" type="submit" busy={start.isPending}>
          生成
        </Button>
      </form>
      <p className="muted small">
        每个考场一个 PDF，合成一个压缩文件。通知单每名考生一份。文件保留 24 小时。
      </p>
      <Problem error={start.error} />
    </Card>
  );
}
