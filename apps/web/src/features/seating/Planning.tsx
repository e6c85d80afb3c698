import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SeatingRun } from '@zikao/contract/seating';
import { cancelSeatingRun, getSeatingRun } from '@zikao/contract/seating-runs';
import { call } from '#api/client';
import { query } from '#api/query';
import { Problem } from '#forms/Problem';
import { Card } from '#ui/Card';
import { Progress } from '#ui/Progress';

/** A run under way. */
export function Planning({ run }: { run: SeatingRun }) {
  const client = useQueryClient();
  const cancelling = useMutation({
    mutationFn: () => call(cancelSeatingRun, { params: { run: run.id } }),
    onSuccess: (data) =>
      client.setQueryData(query(getSeatingRun, { params: { run: run.id } }).queryKey, data),
  });
  const { actions } = run;
  return (
    <Card title="正在编排">
      <Problem error={cancelling.error} />
      <Progress
        label="读取报考、编排、核对规则、保存座位"
        value={run.progress}
        {...(actions.includes('cancel') && { onCancel: () => cancelling.mutate() })}
      />
      <p className="muted">可以离开这一页，编排会在后台继续。</p>
    </Card>
  );
}
