import { useQuery } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { Queue } from '@zikao/contract/review';
import { sessionQuery } from '#api/session';
import { Button } from '#ui/Button';
import { Dialog } from '#ui/Dialog';
import { Field } from '#ui/Field';
import { TextInput } from '#ui/TextInput';
import { useSavedFilters } from './use-saved-filters.ts';

/** One's own filters under names of one's own, kept in this browser. */
export function SavedFilters({ queue }: { queue: Queue }) {
  const { data } = useQuery(sessionQuery);
  const [params] = useSearchParams();
  const { saved, save, remove } = useSavedFilters(data?.session?.name ?? '', queue);
  const [open, setOpen] = useState(false);
  const search = params.toString();
  const current = saved.find((one) => one.search === search);
  if (!search && saved.length === 0) return null;
  return (
    <div className="queue__saved">
      {saved.map((one) => (
        <Link key={one.name} to={`?${one.search}`} aria-current={one === current ? 'true' : undefined}>
          {one.name}
        </Link>
      ))}
      {search && !current && (
        <Button look="plain" size="small" onClick={() => setOpen(true)}>
          保存条件
        </Button>
      )}
      {current && (
        <Button look="plain" size="small" onClick={() => remove(current.name)}>
          删除“{current.name}”
        </Button>
      )}
      {open && (
        <NameDialog
          onClose={() => setOpen(false)}
          onName={(name) => {
            save(name, search);
            setOpen(false);
          }}
        />
      )}
    </div>
  );
}

function NameDialog({ onName, onClose }: { onName: (name: string) => void; onClose: () => void }) {
  const [name, setName] = useState('');
  const [fault, setFault] = useState('');
  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (name.trim()) onName(name.trim());
    else setFault('请写一个名称');
  }
  return (
    <Dialog
      open
      title="保存筛选条件"
      onClose={onClose}
      actions={
        <Button look="primary" type="submit" form="filter-name">
          保存
        </Button>
      }
    >
      <form id="filter-name" onSubmit={submit}>
        <Field label="名称" hint="只在这台电脑上、只有您看到" error={fault} required>
          <TextInput
            value={name}
            maxLength={12}
            data-first-focus
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  );
}
