import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { getText, type TextKind } from '@zikao/contract/exams';
import { query } from '#api/query';
import { Card } from '#ui/Card';
import { Checkbox } from '#ui/Checkbox';
import { Prose } from '#ui/Prose';
import { Skeleton } from '#ui/Spinner';
import { Failure } from './Failure.tsx';

/** A text of the province by its kind, or one that the page has already. */
export type NoticeText = { title: string; version: string; body: string };

interface Props {
  id: string;
  text: TextKind | NoticeText;
  tick: string;
  /** Between the text and the tick. */
  end?: ReactNode;
  /** Version ticked; another version than the one shown does not count. */
  version: string | undefined;
  onTick: (version: string | undefined) => void;
  error: string | undefined;
}

/** A text to read, and the tick that one has; which version is agreed to is kept. */
export function NoticeStep({ text, ...rest }: Props) {
  return typeof text === 'string' ? <Stored {...rest} text={text} /> : <Read {...rest} text={text} />;
}

function Stored({ text, ...rest }: Props & { text: TextKind }) {
  const { data, error, refetch } = useQuery(query(getText, { params: { kind: text } }));
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  return data ? <Read {...rest} text={data} /> : <Skeleton />;
}

function Read({ id, text, tick, end, version, onTick, error }: Props & { text: NoticeText }) {
  return (
    <Card title={text.title}>
      <Prose body={text.body} />
      {end}
      <Checkbox
        id={id}
        boxed
        label={tick}
        {...(error && { error })}
        checked={version === text.version}
        onChange={(event) => onTick(event.target.checked ? text.version : undefined)}
      />
    </Card>
  );
}
