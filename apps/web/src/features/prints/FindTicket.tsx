import { useQuery } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { findTickets, type FoundTicket, getTicketFile } from '@zikao/contract/tickets';
import { pathOf } from '#api/client';
import { query } from '#api/query';
import { Failure } from '#forms/Failure';
import { Button } from '#ui/Button';
import { Card } from '#ui/Card';
import { Field } from '#ui/Field';
import { Rows } from '#ui/Rows';
import { TextInput } from '#ui/TextInput';
import { formatWeekday } from '#ui/dates';

/** 补打: one candidate's 通知单, at any time. */
export function FindTicket() {
  const [typed, setTyped] = useState('');
  const [number, setNumber] = useState('');
  const { data, error, refetch, isFetching } = useQuery({
    ...query(findTickets, { query: { number } }),
    enabled: number !== '',
    staleTime: 0,
  });
  function submit(event: SubmitEvent) {
    event.preventDefault();
    const wanted = typed.trim();
    if (wanted === number) void refetch();
    setNumber(wanted);
  }
  return (
    <Card title="补打考场座次通知单">
      <form className="prints__find" role="search" onSubmit={submit}>
        <Field label="准考证号或身份证号">
          <TextInput
            value={typed}
            maxLength={18}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
        <Button type="submit" busy={isFetching}>
          查找
        </Button>
      </form>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      <div role="status">
        {data?.items.length === 0 && (
          <p className="muted">
            没有找到。请核对号码；报考没有审核通过、还没有座位或不在本考区的考生没有通知单。
          </p>
        )}
        {data?.items.map((found) => (
          <Found key={found.id} found={found} />
        ))}
      </div>
    </Card>
  );
}

function Found({ found }: { found: FoundTicket }) {
  const { id, name, admissionNumber, maskedIdNumber, session, lines } = found;
  return (
    <div className="prints__found">
      <Rows
        rows={[
          { label: '姓名', value: name },
          { label: '准考证号', value: <span className="num">{admissionNumber}</span> },
          { label: '身份证号', value: <span className="num">{maskedIdNumber}</span> },
          ...lines.map(({ slot, course, venue, room, seat }) => ({
            label: `${formatWeekday(`${slot.date}T00:00:00+08:00`)} ${slot.start}`,
            value: `${course.name}　${venue.name} 第 ${room} 考场 ${seat} 号`,
          })),
        ]}
      />
      <a
        className="btn btn--primary"
        href={pathOf(getTicketFile, { params: { id } })}
        download={`${session}考场座次通知单-${admissionNumber}.pdf`}
      >
        下载通知单<span className="hidden-text">：{name}</span>
      </a>
    </div>
  );
}
