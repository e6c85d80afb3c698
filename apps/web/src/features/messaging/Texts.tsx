import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listMessageTexts, type MessageText } from '@zikao/contract/message-texts';
import { query } from '#api/query';
import { Failure } from '#forms/Failure';
import { Button } from '#ui/Button';
import { Card } from '#ui/Card';
import { type Column, DataTable } from '#ui/DataTable';
import { Skeleton } from '#ui/Spinner';
import { Tag } from '#ui/Tag';
import { sampled } from './sample.ts';
import { TextDialog } from './TextDialog.tsx';

const columns = (edit: (text: MessageText) => void): Column<MessageText>[] => [
  {
    id: 'title',
    title: '标题',
    head: true,
    cell: (text) => (
      <>
        {sampled(text.title, text)} {!text.usual && <Tag>已修改</Tag>}
      </>
    ),
  },
  {
    id: 'body',
    title: '站内消息',
    cell: (text) => <span className="messaging__text">{sampled(text.body, text)}</span>,
  },
  {
    id: 'sms',
    title: '短信',
    cell: (text) => (
      <span className="messaging__text">{text.sms ? sampled(text.sms, text) : '不发短信'}</span>
    ),
  },
  {
    id: 'act',
    title: '操作',
    cell: (text) => (
      <Button size="small" aria-label={`修改：${sampled(text.title, text)}`} onClick={() => edit(text)}>
        修改
      </Button>
    ),
  },
];

/** Every occasion on which candidates are told something, and the words of it. */
export function Texts() {
  const { data, error, refetch } = useQuery(query(listMessageTexts, {}));
  const [editing, setEditing] = useState<MessageText>();
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} />;
  return (
    <Card title="消息文字">
      <p className="small muted">〔 〕里的内容由系统填入。修改从下一条消息起生效，已发出的不变。</p>
      <DataTable
        caption="每种情况的消息和短信"
        hideCaption
        columns={columns(setEditing)}
        items={data.items}
        keyOf={({ event }) => event}
        dense
      />
      {editing && <TextDialog text={editing} onClose={() => setEditing(undefined)} />}
    </Card>
  );
}
