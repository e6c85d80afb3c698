import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { generatePath, Link, useNavigate } from 'react-router';
import { listSeatingRuns, startSeatingRun } from '@zikao/contract/seating-runs';
import { listSessions } from '@zikao/contract/sessions';
import { call } from '#api/client';
import { keyOf, query } from '#api/query';
import { Problem } from '#forms/Problem';
import { paths } from '#paths';
import { Button } from '#ui/Button';
import { Card } from '#ui/Card';
import { Field } from '#ui/Field';
import { Select } from '#ui/Select';

/** 试排: which session; a job does it. */
export function StartRun() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data } = useQuery(query(listSessions, {}));
  const [chosen, choose] = useState<string>();
  const session = chosen ?? data?.items.find(({ current }) => current)?.id ?? data?.items[0]?.id ?? '';
  const starting = useMutation({
    mutationFn: () => call(startSeatingRun, { body: { session } }),
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: keyOf(listSeatingRuns) });
      void navigate(generatePath(paths.seatingRun, { run: id }));
    },
  });
  return (
    <Card title="试排">
      <Problem error={starting.error} />
      <p className="muted">
        编排审核通过的全部报考，用 <Link to={paths.venues}>考点与考场</Link>
        中使用中的考场。开始前先定种子并公示它的散列，公布后种子公开，任何人都能重算出同样的座位。
      </p>
      <div className="seating__start">
        <Field label="考次">
          <Select
            placeholder={null}
            options={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={session}
            onChange={({ target }) => choose(target.value)}
          />
        </Field>
        <Button
          look="primary"
          busy={starting.isPending}
          aria-disabled={!session}
          onClick={() => starting.mutate()}
        >
          开始试排
        </Button>
      </div>
    </Card>
  );
}
