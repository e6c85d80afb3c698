import type { SeatingRun } from '@zikao/contract/seating';
import { Card } from '#ui/Card';
import { Rows } from '#ui/Rows';

/** What makes the order fair: a seed nobody could choose afterwards. */
export function Seed({ run }: { run: SeatingRun }) {
  return (
    <Card title="种子">
      <p className="muted">
        考生的次序由种子和准考证号的散列决定。种子的散列在编排之前已定，种子在公布之后公开，与散列对得上，就说明没有换过。
      </p>
      <Rows
        rows={[
          { label: '散列（SHA-256）', value: <code className="seating__hash">{run.seedHash}</code> },
          {
            label: '种子',
            value: run.seed ? (
              <code className="seating__hash">{run.seed}</code>
            ) : (
              <span className="muted">公布后显示</span>
            ),
          },
        ]}
      />
    </Card>
  );
}
