import { type SubmitEvent, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { generatePath, useNavigate } from 'react-router';
import { compareNumbers, listMerges, mergeNumbers, type MergeComparison } from '@zikao/contract/merges';
import { call, newKey } from '#api/client';
import { keyOf } from '#api/query';
import { Problem } from '#forms/Problem';
import { paths } from '#paths';
import { Button } from '#ui/Button';
import { Field } from '#ui/Field';
import { RadioGroup } from '#ui/RadioGroup';
import { TextArea } from '#ui/TextArea';
import { showToast } from '#ui/Toast';
import { choicesOf, missingIn, type Choice } from './choices.ts';

/** Which number, which account and which of what collides goes on; nothing is chosen beforehand where it is a decision. */
export function MergeForm({ comparison }: { comparison: MergeComparison }) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [key] = useState(newKey);
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const choices = choicesOf(comparison);
  const missing = missingIn(choices, chosen, reason);

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    setTried(true);
    if (busy || Object.keys(missing).length > 0) return;
    setBusy(true);
    try {
      const merge = await call(mergeNumbers, { body: bodyOf(comparison, chosen, reason) }, { key });
      showToast(`已合档，保留准考证号 ${merge.surviving}`);
      void client.invalidateQueries({ queryKey: keyOf(listMerges) });
      client.removeQueries({ queryKey: keyOf(compareNumbers) });
      await navigate(generatePath(paths.merge, { id: merge.id }));
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  }
  return (
    <form className="merges__form" noValidate onSubmit={(event) => void submit(event)}>
      <Problem error={failure} />
      {choices.map((choice) => (
        <Group
          key={choice.key}
          choice={choice}
          value={chosen[choice.key] ?? ''}
          error={tried ? missing[choice.key] : undefined}
          onChoose={(value) => setChosen((before) => ({ ...before, [choice.key]: value }))}
        />
      ))}
      <Field
        label="核验的证件与原因"
        hint="如：核验身份证原件和户口本，旧号的身份证号登记有误"
        required
        {...(tried && missing.reason && { error: missing.reason })}
      >
        <TextArea
          rows={3}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <div>
        <Button look="primary" type="submit" busy={busy}>
          确认合档
        </Button>
      </div>
    </form>
  );
}

interface GroupProps {
  choice: Choice;
  value: string;
  error: string | undefined;
  onChoose: (value: string) => void;
}

function Group({ choice, value, error, onChoose }: GroupProps) {
  const { key, label, hint, options } = choice;
  return (
    <RadioGroup
      name={key}
      label={label}
      hint={hint}
      boxed
      required
      value={value}
      options={options}
      {...(error && { error })}
      onChange={(event) => onChoose(event.target.value)}
    />
  );
}

function bodyOf({ sides, conflicts }: MergeComparison, chosen: Record<string, string>, reason: string) {
  const surviving = chosen.surviving!;
  const absorbed = sides.find(({ number }) => number !== surviving)!.number;
  const account = chosen.account ?? sides.find((side) => side.account)!.number;
  const kept = Object.fromEntries(conflicts.map(({ key }) => [key, chosen[key]!]));
  return { surviving, absorbed, account, kept, reason: reason.trim() };
}
