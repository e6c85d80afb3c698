import { QUEUES } from '@zikao/contract/review';
import { type Period, PERIODS } from './periods.ts';
import { Field } from '#ui/Field';
import { Select } from '#ui/Select';
import { optionsOf } from '#ui/options';
import type { BoardFilter as Filter } from './use-board-filter.ts';

const PERIOD_OPTIONS = optionsOf(PERIODS);
const QUEUE_OPTIONS = [{ value: '', label: '全部' }, ...optionsOf(QUEUES)];

export function BoardFilter({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  return (
    <div className="board__filter">
      <Field label="时间">
        <Select
          options={PERIOD_OPTIONS}
          placeholder={null}
          value={filter.period}
          onChange={(event) => onChange({ ...filter, period: event.target.value as Period })}
        />
      </Field>
      <Field label="待办种类">
        <Select
          options={QUEUE_OPTIONS}
          placeholder={null}
          value={filter.queue}
          onChange={(event) => onChange({ ...filter, queue: event.target.value })}
        />
      </Field>
    </div>
  );
}
