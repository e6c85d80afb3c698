import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Venue, VenuePlan } from '@zikao/contract/venues';
import { Refused } from '#api/client';
import { Problem } from '#forms/Problem';
import { Button } from '#ui/Button';
import { Card } from '#ui/Card';
import { Checkbox } from '#ui/Checkbox';
import { ErrorSummary } from '#ui/ErrorSummary';
import { Field } from '#ui/Field';
import { TextInput } from '#ui/TextInput';
import { RoomList } from './RoomList.tsx';
import { checkVenue, type TypedVenue } from './venue-form.ts';

interface Props {
  start: TypedVenue;
  /** Above the code: which district. */
  children?: ReactNode;
  save: (plan: VenuePlan) => Promise<Venue>;
  onSaved: (venue: Venue) => void;
  /** Beside the button that saves. */
  side?: ReactNode;
}

/** A venue and its rooms; nothing counts until it is saved as a whole. */
export function VenueEditor({ start, children, save, onSaved, side }: Props) {
  const [venue, setVenue] = useState(start);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [attempt, setAttempt] = useState(0);
  const changed = JSON.stringify(venue) !== JSON.stringify(start);
  const saving = useMutation({
    mutationFn: save,
    onSuccess: onSaved,
    onError: (error) => show(error instanceof Refused ? error.fields : {}),
  });

  function show(said: Record<string, string>) {
    setFaults(said);
    setAttempt((count) => count + 1);
  }
  function submit() {
    const checked = checkVenue(venue);
    if ('faults' in checked) return show(checked.faults);
    setFaults({});
    saving.mutate(checked.body);
  }
  const edit = (to: Partial<TypedVenue>) => {
    setVenue({ ...venue, ...to });
    setFaults({});
  };
  const text = (name: 'code' | 'name' | 'address', label: string, hint?: string) => (
    <Field id={name} label={label} hint={hint} error={faults[name]} required>
      <TextInput value={venue[name]} onChange={({ target }) => edit({ [name]: target.value })} />
    </Field>
  );

  return (
    <form
      className="venues__form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ErrorSummary
        errors={Object.entries(faults).map(([id, message]) => ({ id, message }))}
        attempt={attempt}
      />
      {Object.keys(faults).length === 0 && <Problem error={saving.error} />}
      <Card title="考点">
        <div className="venues__facts">
          {children}
          {text('code', '考点代码', '全省唯一，编排按它的次序')}
          {text('name', '名称', '印在通知单上')}
          {text('address', '地址', '印在通知单上')}
        </div>
        <Checkbox
          label="用于以后的编排"
          note="停用后不再编排，已公布的座次不变。"
          checked={venue.inUse}
          onChange={({ target }) => edit({ inUse: target.checked })}
        />
      </Card>
      <RoomList rooms={venue.rooms} faults={faults} onChange={(rooms) => edit({ rooms })} />
      <div className="venues__save">
        <Button look="primary" type="submit" busy={saving.isPending} aria-disabled={!changed}>
          保存考点与考场
        </Button>
        <span className="muted" role="status">
          {changed ? '有修改还没有保存' : '没有未保存的修改'}
        </span>
        {side}
      </div>
    </form>
  );
}
