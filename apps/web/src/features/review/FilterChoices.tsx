import { useQuery } from '@tanstack/react-query';
import type { Queue } from '@zikao/contract/review';
import { useDistrictOptions } from '#api/districts';
import { sessionQuery } from '#api/session';
import { Select } from '#ui/Select';
import { optionsOf } from '#ui/options';
import { CHECKS, type Filter, TURNS } from './use-queue.ts';

interface Props {
  queue: Queue;
  filter: Filter;
  onChange: (filter: Filter) => void;
}

const TURN_OPTIONS = [{ value: '', label: '全部次数' }, ...optionsOf(TURNS)];
const CHECK_OPTIONS = [{ value: '', label: '全部核验' }, ...optionsOf(CHECKS)];

/** What else narrows a list: how often it was submitted, what the verifier said, and for the province the district. */
export function FilterChoices({ queue, filter, onChange }: Props) {
  const { data: known } = useQuery(sessionQuery);
  const province = known?.session?.role === 'province';
  return (
    <div className="queue__choices">
      <Select
        aria-label="提交次数"
        options={TURN_OPTIONS}
        placeholder={null}
        value={filter.turn}
        onChange={(event) => onChange({ ...filter, turn: event.target.value as Filter['turn'] })}
      />
      {queue === 'profiles' && (
        <Select
          aria-label="自动核验"
          options={CHECK_OPTIONS}
          placeholder={null}
          value={filter.checks}
          onChange={(event) => onChange({ ...filter, checks: event.target.value as Filter['checks'] })}
        />
      )}
      {province && (
        <DistrictChoice value={filter.district} onChange={(district) => onChange({ ...filter, district })} />
      )}
    </div>
  );
}

export function DistrictChoice({
  value,
  onChange,
  all = '全部考区',
}: {
  value: string;
  onChange: (district: string) => void;
  all?: string;
}) {
  return (
    <Select
      aria-label="考区"
      options={[{ value: '', label: all }, ...useDistrictOptions()]}
      placeholder={null}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
