import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Queue } from '@zikao/contract/review';
import { Select } from '#ui/Select';
import { optionsOf } from '#ui/options';
import { useKeys } from './use-keys.ts';
import { FilterChoices } from './FilterChoices.tsx';
import { type StateFilter, STATES, useFilter } from './use-queue.ts';

const OPTIONS = optionsOf(STATES);
const PAUSE_MS = 350;

/** 查找 by name, ID number or admission number, and the state. What is typed applies after a pause. */
export function QueueFilter({ queue }: { queue: Queue }) {
  const { filter, setFilter } = useFilter();
  const [typed, setTyped] = useState(filter.search);
  const input = useRef<HTMLInputElement>(null);
  useKeys({ search: () => input.current?.select() });

  function apply() {
    if (typed.trim() !== filter.search) setFilter({ ...filter, search: typed.trim() });
  }
  const applyLater = useEffectEvent(apply);
  useEffect(() => {
    const timer = setTimeout(() => applyLater(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);

  function press(event: KeyboardEvent) {
    if (event.key === 'Escape') input.current?.blur();
    if (event.key === 'Enter') apply();
  }
  return (
    <div className="queue__filter" role="search">
      <input
        ref={input}
        className="input"
        type="search"
        aria-label="查找姓名、身份证号、准考证号"
        placeholder="姓名或证号"
        aria-keyshortcuts="/"
        maxLength={60}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={press}
      />
      <Select
        aria-label="状态"
        options={OPTIONS}
        placeholder={null}
        value={filter.state}
        onChange={(event) => setFilter({ ...filter, state: event.target.value as StateFilter })}
      />
      <FilterChoices queue={queue} filter={filter} onChange={setFilter} />
    </div>
  );
}
