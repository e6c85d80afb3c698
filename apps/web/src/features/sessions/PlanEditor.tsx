import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FUNCTION_KEYS, getSite } from '@zikao/contract/exams';
import { getSession, type PlannedSession, saveSession, type SessionPlan } from '@zikao/contract/sessions';
import { call, Refused } from '#api/client';
import { useDistricts } from '#api/districts';
import { keyOf, query } from '#api/query';
import { Problem } from '#forms/Problem';
import { Button } from '#ui/Button';
import { Card } from '#ui/Card';
import { ErrorSummary } from '#ui/ErrorSummary';
import { showToast } from '#ui/Toast';
import { OwnSlotRow } from './OwnSlotRow.tsx';
import { checkPlan, controlOf, oneMore, typed, type TypedPlan } from './plan-form.ts';
import { SlotRow } from './SlotRow.tsx';
import { WindowRows } from './WindowRows.tsx';

/** Half-days and windows; nothing counts until it is saved as a whole. */
export function PlanEditor({ session }: { session: PlannedSession }) {
  const client = useQueryClient();
  const [plan, setPlan] = useState<TypedPlan>(() => typed(session));
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [attempt, setAttempt] = useState(0);
  const districts = useDistricts();
  const changed = JSON.stringify(plan) !== JSON.stringify(typed(session));

  const save = useMutation({
    mutationFn: (body: SessionPlan) =>
      call(saveSession, { params: { session: session.id }, body }, { ifMatch: session.version }),
    onSuccess: (saved) => {
      showToast('已保存，立即生效');
      client.setQueryData(query(getSession, { params: { session: session.id } }).queryKey, saved);
      void client.invalidateQueries({ queryKey: keyOf(getSite) });
    },
    onError: (error) => {
      const said = error instanceof Refused ? Object.entries(error.fields) : [];
      show(Object.fromEntries(said.map(([path, message]) => [controlOf(path.split('.'), filled), message])));
    },
  });
  const filled = plan.windows.flatMap(({ opens, closes }, at) => (opens || closes ? [{ at }] : []));

  function show(said: Record<string, string>) {
    setFaults(said);
    setAttempt((count) => count + 1);
  }
  function submit() {
    const checked = checkPlan(plan);
    if ('faults' in checked) return show(checked.faults);
    setFaults({});
    save.mutate(checked.body);
  }
  // Rows may move with a change, and what was said of them would stand at others.
  const edit = (change: (draft: TypedPlan) => void) => {
    const draft = structuredClone(plan);
    change(draft);
    setPlan(draft);
    setFaults({});
  };

  return (
    <form
      className="sessions__plan"
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
      {Object.keys(faults).length === 0 && <Problem error={save.error} />}
      <Card title="场次">
        <div id="slots" tabIndex={-1}>
          {plan.slots.map((slot, at) => (
            <SlotRow
              key={slot.no}
              slot={slot}
              path={`slots.${at}`}
              faults={faults}
              onChange={(to) => edit(({ slots }) => void (slots[at] = { ...slots[at]!, ...to }))}
              onRemove={() => edit(({ slots }) => void slots.splice(at, 1))}
            />
          ))}
        </div>
        <Button size="small" onClick={() => edit(({ slots }) => void slots.push(oneMore(slots)))}>
          增加场次
        </Button>
      </Card>
      <Card title="考区另定的场次">
        <p className="muted">
          个别考区延期或改时间考试的，在这里写明；该考区考生的座位查询、通知单和考场材料按这里的时间。
        </p>
        {plan.ownSlots.map((own, at) => (
          <OwnSlotRow
            key={at}
            own={own}
            path={`ownSlots.${at}`}
            slots={plan.slots}
            districts={districts}
            faults={faults}
            onChange={(to) => edit(({ ownSlots }) => void (ownSlots[at] = { ...ownSlots[at]!, ...to }))}
            onRemove={() => edit(({ ownSlots }) => void ownSlots.splice(at, 1))}
          />
        ))}
        {plan.slots[0] && (
          <Button
            size="small"
            onClick={() => edit(({ slots, ownSlots }) => void ownSlots.push({ ...slots[0]!, district: '' }))}
          >
            增加考区另定的场次
          </Button>
        )}
      </Card>
      <Card title="办理时间">
        <p className="muted">
          从开始的一刻起可以办理，到截止的一刻为止。时间均为北京时间；没有公布的请留空。
        </p>
        {FUNCTION_KEYS.map((of) => (
          <WindowRows
            key={of}
            of={of}
            windows={plan.windows}
            districts={districts}
            faults={faults}
            onChange={(change) => edit(({ windows }) => change(windows))}
          />
        ))}
      </Card>
      <div className="sessions__save">
        <Button look="primary" type="submit" busy={save.isPending} aria-disabled={!changed}>
          保存场次与时间
        </Button>
        <span className="muted" role="status">
          {changed ? '有修改还没有保存' : '没有未保存的修改'}
        </span>
      </div>
    </form>
  );
}
