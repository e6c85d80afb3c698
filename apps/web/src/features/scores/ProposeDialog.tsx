import { useState } from 'react';
import { proposeRelease, type ScoreSessionView } from '@zikao/contract/score-office';
import { call, newKey } from '#api/client';
import { Problem } from '#forms/Problem';
import { Button } from '#ui/Button';
import { Dialog } from '#ui/Dialog';
import { Field } from '#ui/Field';
import { RadioGroup } from '#ui/RadioGroup';
import { TextInput } from '#ui/TextInput';
import { count } from './figures.ts';
import { useChange } from './use-change.ts';

/** The first of two persons: what comes out, and when. */
export function ProposeDialog({ session, onClose }: { session: ScoreSessionView; onClose: () => void }) {
  const [when, setWhen] = useState<'now' | 'then'>('now');
  const [typed, setTyped] = useState('');
  const [missing, setMissing] = useState(false);
  const [key] = useState(newKey);
  const propose = useChange(
    (body: { publishAt?: string }) =>
      call(proposeRelease, { params: { session: session.id }, body }, { key: `${key}${typed}` }),
    { done: '已提出公布，等待另一人确认', after: onClose },
  );
  const unchecked = session.items.filter(({ state }) => ['uploaded', 'checking', 'checked'].includes(state));
  function submit() {
    if (when === 'now') return propose.mutate({});
    setMissing(typed === '');
    if (typed !== '') propose.mutate({ publishAt: `${typed}:00+08:00` });
  }
  return (
    <Dialog
      open
      title={`提出公布 ${session.name} 成绩`}
      onClose={onClose}
      actions={
        <Button look="primary" busy={propose.isPending} onClick={submit}>
          提出公布 {count(session.waiting)} 条成绩
        </Button>
      }
    >
      <Problem error={propose.error} />
      <p>
        提出之后成绩不能再变动，由另一位省考办工作人员核对后确认。
        {unchecked.length > 0 && `还有 ${unchecked.length} 个批次没有采用，不在这次公布之内。`}
      </p>
      <RadioGroup
        name="when"
        label="公布时间"
        value={when}
        options={[
          { value: 'now', label: '确认后立即公布' },
          { value: 'then', label: '到指定时间公布' },
        ]}
        onChange={({ target }) => setWhen(target.value as 'now' | 'then')}
      />
      {when === 'then' && (
        <Field
          label="指定时间（北京时间）"
          required
          {...(missing && typed === '' && { error: '请填写公布时间' })}
        >
          <TextInput type="datetime-local" value={typed} onChange={({ target }) => setTyped(target.value)} />
        </Field>
      )}
    </Dialog>
  );
}
