import { useQuery } from '@tanstack/react-query';
import { getText, type TextKind } from '@zikao/contract/exams';
import { query } from '#api/query';
import { Card } from '#ui/Card';
import { Checkbox } from '#ui/Checkbox';
import { Prose } from '#ui/Prose';
import { Skeleton } from '#ui/Spinner';
import { Failure } from './Failure.tsx';

interface Props {
  id: string;
  text: TextKind;
  tick: string;
  /** Version ticked; another version than the one shown does not count. */
  version: string | undefined;
  onTick: (version: string | undefined) => void;
  error: string | undefined;
}

/** A text to read, and the tick that one has; which version is agreed to is kept. */
export function NoticeStep({ id, text, tick, version, onTick, error }: Props) {
  const { data, error: failed, refetch } = useQuery(query(getText, { params: { kind: text } }));
  if (failed) return <Failure error={failed} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton />;
  return (
    <Card title={data.title}>
      <Prose body={data.body} />
      <Checkbox
        id={id}
        boxed
        label={tick}
        {...(error && { error })}
        checked={version === data.version}
        onChange={(event) => onTick(event.target.checked ? data.version : undefined)}
      />
    </Card>
  );
}
