import { type ExamFunction, FUNCTIONS } from '@zikao/contract/exams';
import { Button } from '#ui/Button';
import { Field } from '#ui/Field';
import { Select } from '#ui/Select';
import { TextInput } from '#ui/TextInput';
import type { TypedWindow } from './plan-form.ts';

interface Props {
  of: ExamFunction;
  windows: readonly TypedWindow[];
  districts: readonly { code: string; name: string }[];
  faults: Record<string, string>;
  onChange: (change: (windows: TypedWindow[]) => void) => void;
}

/** The province's window of a function, and the districts that have their own. */
export function WindowRows({ of, windows, districts, faults, onChange }: Props) {
  const own = windows.flatMap((window, at) => (window.function === of ? [{ ...window, at }] : []));
  const rule = own.find(({ district }) => district === undefined);
  const exceptions = own.filter(({ district }) => district !== undefined);
  const name = FUNCTIONS[of];
  return (
    <fieldset className="plan-function">
      <legend className="plan-function__name">{name}</legend>
      <Row
        {...{ faults, onChange }}
        name={`${name}，全省`}
        window={rule ?? { function: of, opens: '', closes: '' }}
        at={rule?.at ?? windows.length}
      />
      {exceptions.map((window) => (
        <Row
          key={window.at}
          {...{ faults, onChange, window }}
          name={`${name}，考区例外`}
          at={window.at}
          districts={districts}
        />
      ))}
      {rule && (
        <Button
          size="small"
          look="plain"
          onClick={() =>
            onChange(
              (all) => void all.push({ function: of, district: '', opens: rule.opens, closes: rule.closes }),
            )
          }
        >
          增加考区例外<span className="hidden-text">：{name}</span>
        </Button>
      )}
    </fieldset>
  );
}

interface RowProps extends Pick<Props, 'faults' | 'onChange'> {
  name: string;
  window: TypedWindow;
  at: number;
  /** Of an exception: which district has it. */
  districts?: Props['districts'];
}

function Row({ name, window, at, districts, faults, onChange }: RowProps) {
  const path = `windows.${at}`;
  const set = (to: Partial<TypedWindow>) =>
    onChange((all) => void (all[at] = { ...window, ...all[at], ...to }));
  const time = (key: 'opens' | 'closes', label: string) => (
    <Field id={`${path}.${key}At`} label={label} error={faults[`${path}.${key}At`]}>
      <TextInput
        type="datetime-local"
        aria-label={`${name}，${label}`}
        value={window[key]}
        onChange={({ target }) => set({ [key]: target.value })}
      />
    </Field>
  );
  return (
    <div className="plan-row">
      {districts ? (
        <Field id={`${path}.district`} label="考区" error={faults[`${path}.district`]}>
          <Select
            options={districts.map(({ code, name: label }) => ({ value: code, label }))}
            value={window.district ?? ''}
            onChange={({ target }) => set({ district: target.value })}
          />
        </Field>
      ) : (
        <span className="plan-row__name">全省</span>
      )}
      {time('opens', '开始')}
      {time('closes', '截止')}
      {districts && (
        <Button size="small" look="plain" onClick={() => onChange((all) => void all.splice(at, 1))}>
          删去<span className="hidden-text">：{name}</span>
        </Button>
      )}
    </div>
  );
}
