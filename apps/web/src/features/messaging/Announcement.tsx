import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type Announcement as Item,
  confirmAnnouncement,
  listAnnouncements,
  withdrawAnnouncement,
} from '@zikao/contract/announcements';
import type { District } from '@zikao/contract/exams';
import type { z } from 'zod';
import { call } from '#api/client';
import { keyOf } from '#api/query';
import { Problem } from '#forms/Problem';
import { Button } from '#ui/Button';
import { Card } from '#ui/Card';
import { formatLongMoment } from '#ui/dates';
import { Dialog } from '#ui/Dialog';
import { Tag } from '#ui/Tag';
import { showToast } from '#ui/Toast';

interface Props {
  item: Item;
  districts: readonly z.output<typeof District>[];
  writes: boolean;
}

export function Announcement({ item, districts, writes }: Props) {
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const params = { announcement: item.id };
  const change = useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(listAnnouncements) }),
  });
  const names = item.districts.map((code) => districts.find((one) => one.code === code)?.name ?? code);
  const { readers } = item;
  return (
    <Card title={item.title} needsYou={!writes && !item.read} side={<Side {...item} writes={writes} />}>
      <p className="messaging__body">{item.body}</p>
      <p className="small muted">
        {item.by} <time className="num">{formatLongMoment(item.at)}</time>
        {writes && `　发给：${names.length ? names.join('、') : '全部考区'}`}
      </p>
      {!asking && <Problem error={change.error} />}
      {!writes && !item.read && (
        <Button
          look="primary"
          busy={change.isPending}
          onClick={() => change.mutate(() => call(confirmAnnouncement, { params }))}
        >
          我已阅读
        </Button>
      )}
      {writes && <Button onClick={() => setAsking(true)}>撤回</Button>}
      <Dialog
        open={asking}
        title="撤回通知"
        onClose={() => setAsking(false)}
        actions={
          <Button
            look="danger"
            busy={change.isPending}
            onClick={() =>
              change.mutate(async () => {
                await call(withdrawAnnouncement, { params });
                showToast('通知已撤回');
              })
            }
          >
            确认撤回
          </Button>
        }
      >
        <Problem error={change.error} />
        <p>
          撤回后考区不再看到“{item.title}”{readers?.read ? `，已有 ${readers.read} 人确认阅读` : ''}。
        </p>
      </Dialog>
    </Card>
  );
}

function Side({ readers, read, writes }: Pick<Item, 'readers' | 'read'> & { writes: boolean }) {
  if (writes && readers)
    return (
      <Tag tone={readers.read < readers.all ? 'wait' : 'ok'}>
        已确认 {readers.read} / {readers.all} 人
      </Tag>
    );
  return read ? <Tag tone="ok">已确认</Tag> : <Tag tone="wait">未读</Tag>;
}
