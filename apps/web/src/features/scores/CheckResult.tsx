import { useState } from 'react';
import { ROW_FAULTS, type RowFaultCode } from '@zikao/contract/score-imports';
import { type BatchView, downloadScoreFaults } from '@zikao/contract/score-office';
import { Card } from '#ui/Card';
import { Field } from '#ui/Field';
import { Notice } from '#ui/Notice';
import { Select } from '#ui/Select';
import { Changes } from './Changes.tsx';
import { Downloads } from './Downloads.tsx';
import { Faults } from './Faults.tsx';
import { count } from './figures.ts';

/** What the check found: how much is good, what is wrong in which row and column, what would change. */
export function CheckResult({ batch }: { batch: BatchView }) {
  const [code, setCode] = useState<RowFaultCode>();
  const { rows, good, faults, replaces, changes } = batch.result!;
  const codes = Object.entries(faults) as [RowFaultCode, number][];
  return (
    <>
      <Card title="检查结果">
        <p className="num">
          共 {count(rows)} 行，可以采用 {count(good)} 行，有问题 {count(rows - good)} 行
          {replaces && `，更正已采用的成绩 ${count(changes)} 条`}。
        </p>
        {rows === good ? (
          <Notice tone="ok" title="每一行都可以采用" />
        ) : (
          <>
            <ul className="scoring__faults">
              {codes.map(([key, n]) => (
                <li key={key}>
                  {ROW_FAULTS[key].text} <b className="num">{count(n)}</b>
                </li>
              ))}
            </ul>
            <Downloads
              endpoint={downloadScoreFaults}
              params={{ batch: batch.id }}
              name={`第${batch.no}批有问题的行`}
            />
            {codes.length > 1 && (
              <Field label="只看">
                <Select
                  placeholder="全部问题"
                  options={codes.map(([value]) => ({ value, label: ROW_FAULTS[value].text }))}
                  value={code ?? ''}
                  onChange={({ target }) => setCode((target.value || undefined) as RowFaultCode | undefined)}
                />
              </Field>
            )}
            <Faults batch={batch.id} code={code} />
          </>
        )}
      </Card>
      {replaces && changes > 0 && batch.state === 'checked' && <Changes batch={batch.id} />}
    </>
  );
}
