import { useState } from 'react';
import type { Mapping } from '@zikao/contract/score-imports';
import { type BatchView, checkScoreBatch } from '@zikao/contract/score-office';
import { type Mark, MARK_KEYS, MARKS } from '@zikao/contract/scores';
import { call } from '#api/client';
import { Problem } from '#forms/Problem';
import { Button } from '#ui/Button';
import { Card } from '#ui/Card';
import { Checkbox } from '#ui/Checkbox';
import { ErrorSummary } from '#ui/ErrorSummary';
import { Field } from '#ui/Field';
import { Select } from '#ui/Select';
import { TextInput } from '#ui/TextInput';
import { checkMapping, type Part, PARTS, type TypedMapping, typedOf } from './mapping.ts';
import { Samples } from './Samples.tsx';
import { useChange } from './use-change.ts';

const FROM = {
  batch: '列的对应是上次检查时定的，可以修改后重新检查。',
  remembered: '这种格式的文件以前导入过，已按那时的对应填好，请核对。',
  guessed: '已按列名推测，请核对每一项。',
};

/** Which column is what, and how marks are written in this file. */
export function MappingForm({ batch }: { batch: BatchView }) {
  const [typed, setTyped] = useState<TypedMapping>(() => typedOf(batch.mapping));
  const [replaces, setReplaces] = useState(batch.result?.replaces ?? false);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [attempt, setAttempt] = useState(0);
  const check = useChange(
    (mapping: Mapping) => call(checkScoreBatch, { params: { batch: batch.id }, body: { mapping, replaces } }),
    { done: '开始检查' },
  );
  const set = (to: Partial<TypedMapping>) => {
    setTyped((before) => ({ ...before, ...to }));
    setFaults({});
  };
  function submit() {
    const checked = checkMapping(typed);
    if ('mapping' in checked) return check.mutate(checked.mapping);
    setFaults(checked.faults);
    setAttempt((before) => before + 1);
  }
  return (
    <Card
      title={batch.state === 'uploaded' ? '对应列' : '修改对应，重新检查'}
      needsYou={batch.state === 'uploaded'}
    >
      <ErrorSummary
        errors={Object.entries(faults).map(([part, message]) => ({ id: `map-${part}`, message }))}
        attempt={attempt}
      />
      <Problem error={check.error} />
      <p className="muted">{FROM[batch.from]}</p>
      <Samples batch={batch} />
      <div className="mapping">
        {PARTS.map((part) => (
          <ColumnField
            key={part.key}
            part={part}
            columns={batch.columns}
            value={typed[part.key]}
            error={faults[part.key]}
            onChange={(value) => set({ [part.key]: value })}
          />
        ))}
        <Field
          id="map-oneCourse"
          label="整份文件只有一门课程"
          hint="没有课程代码列时，填课程代码"
          error={faults.oneCourse}
        >
          <TextInput
            value={typed.oneCourse}
            maxLength={10}
            onChange={({ target }) => set({ oneCourse: target.value })}
          />
        </Field>
      </div>
      <fieldset className="mapping mapping--marks" id="map-marks" tabIndex={-1}>
        <legend>标记的写法（几种写法用空格隔开）</legend>
        {MARK_KEYS.map((mark: Mark) => (
          <Field key={mark} label={MARKS[mark]}>
            <TextInput
              value={typed.marks[mark]}
              onChange={({ target }) => set({ marks: { ...typed.marks, [mark]: target.value } })}
            />
          </Field>
        ))}
      </fieldset>
      <Checkbox
        label="更正已采用的成绩"
        note="与以前批次不同的，以这一批为准；不选时，与以前批次重复的行会列为问题"
        checked={replaces}
        onChange={({ target }) => setReplaces(target.checked)}
      />
      <Button look={batch.state === 'uploaded' ? 'primary' : 'ghost'} busy={check.isPending} onClick={submit}>
        {batch.state === 'uploaded' ? '开始检查' : '重新检查'}
      </Button>
    </Card>
  );
}

interface ColumnProps {
  part: Part;
  columns: readonly string[];
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

function ColumnField({ part: { key, label, hint, required }, columns, value, error, onChange }: ColumnProps) {
  return (
    <Field id={`map-${key}`} label={label} {...(hint && { hint })} error={error} required={required}>
      <Select
        placeholder={required ? '请选择' : '没有这一列'}
        options={columns.map((name, at) => ({ value: String(at), label: name || `第 ${at + 1} 列` }))}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </Field>
  );
}
