import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { QUEUES } from '@zikao/contract/review';
import { getReasons } from '@zikao/contract/review-reasons';
import { query } from '#api/query';
import { Failure } from '#forms/Failure';
import { Field } from '#ui/Field';
import { PageTitle } from '#ui/PageTitle';
import { Select } from '#ui/Select';
import { Skeleton } from '#ui/Spinner';
import { optionsOf } from '#ui/options';
import { ReasonsForm } from './ReasonsForm.tsx';
import './reasons.css';

const OPTIONS = optionsOf(QUEUES);

/** 不通过原因: the ready sentences of each queue, edited by the province. */
export function ReasonsPage() {
  const [params, setParams] = useSearchParams();
  const asked = params.get('queue') ?? '';
  const queue = Object.hasOwn(QUEUES, asked) ? asked : 'profiles';
  const { data, error, refetch } = useQuery({
    ...query(getReasons, { params: { queue } }),
    // What is being edited must not change by itself.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  return (
    <div className="staff-page reasons">
      <PageTitle title="不通过原因">
        <p>审核不通过时可以直接勾选的话，考生会原样读到。修改立即对之后的审核有效，已经作出的决定不变。</p>
      </PageTitle>
      <Field label="待办种类">
        <Select
          options={OPTIONS}
          placeholder={null}
          value={queue}
          onChange={(event) => setParams({ queue: event.target.value }, { replace: true })}
        />
      </Field>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={8} />}
      {data && <ReasonsForm key={`${queue} ${data.version}`} list={data} reload={() => void refetch()} />}
    </div>
  );
}
