import { useState } from 'react';
import { copyPlan } from '@zikao/contract/catalogue';
import { call, Refused } from '#api/client';
import { Problem } from '#forms/Problem';
import { Button } from '#ui/Button';
import { Dialog } from '#ui/Dialog';
import { ErrorSummary } from '#ui/ErrorSummary';
import { Field } from '#ui/Field';
import { TextInput } from '#ui/TextInput';
import { showToast } from '#ui/Toast';

interface Props {
  major: string;
  version: string;
  onClose(): void;
  onDone(): void;
}

/** A new version of a plan: everything of this one, to be changed before its day. */
export function CopyDialog({ major, version, onClose, onDone }: Props) {
  const [body, setBody] = useState({ version: '', from: '' });
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState<unknown>();
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);

  async function copy() {
    setBusy(true);
    setFailure(undefined);
    try {
      await call(copyPlan, { params: { major, plan: version }, body });
      showToast(`已建立版本 ${body.version}，请修改课程组和课程`);
      onDone();
    } catch (error) {
      const said = error instanceof Refused ? error.fields : {};
      setFaults(said);
      setFailure(Object.keys(said).length ? undefined : error);
      setAttempt((count) => count + 1);
    } finally {
      setBusy(false);
    }
  }
  const field = (name: 'version' | 'from', label: string) => ({
    id: `copy-${name}`,
    label,
    required: true,
    ...(faults[name] && { error: faults[name] }),
  });
  const set = (change: Partial<typeof body>) => setBody((before) => ({ ...before, ...change }));
  return (
    <Dialog
      open
      title={`以版本 ${version} 为底稿另建新版本`}
      onClose={onClose}
      actions={
        <Button look="primary" busy={busy} onClick={() => void copy()}>
          建立新版本
        </Button>
      }
    >
      <ErrorSummary
        errors={Object.entries(faults).map(([name, message]) => ({ id: `copy-${name}`, message }))}
        attempt={attempt}
      />
      <Problem error={failure} />
      <p className="muted">课程组与课程一并复制。到执行日期之前，考生看到的仍是原来的版本。</p>
      <Field {...field('version', '新版本')} hint="如 2027版">
        <TextInput
          value={body.version}
          maxLength={30}
          onChange={({ target }) => set({ version: target.value })}
        />
      </Field>
      <Field {...field('from', '执行日期')}>
        <TextInput type="date" value={body.from} onChange={({ target }) => set({ from: target.value })} />
      </Field>
    </Dialog>
  );
}
