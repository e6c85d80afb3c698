import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { generatePath, useNavigate } from 'react-router';
import { createSession, listSessions, type SessionHead } from '@zikao/contract/sessions';
import { call, newKey } from '#api/client';
import { keyOf } from '#api/query';
import { Problem } from '#forms/Problem';
import { paths } from '#paths';
import { Button } from '#ui/Button';
import { Card } from '#ui/Card';
import { Field } from '#ui/Field';
import { Select } from '#ui/Select';

/** The half years after the latest session, the next one first. */
function nextTerms(latest: SessionHead | undefined): { value: string; label: string }[] {
  let [year, month] = latest ? [latest.year, latest.month] : [new Date().getFullYear(), 10];
  return Array.from({ length: 4 }, () => {
    [year, month] = month === 4 ? [year, 10] : [year + 1, 4];
    return { value: `${year}-${month}`, label: `${year} 年 ${month} 月` };
  });
}

/** 新建考次: everything comes from the one before. */
export function NewSession({ latest }: { latest: SessionHead | undefined }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const terms = nextTerms(latest);
  const [chosen, choose] = useState<string>();
  const [key] = useState(newKey);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const term = terms.some(({ value }) => value === chosen) ? chosen! : terms[0]!.value;

  async function create() {
    const [year, month] = term.split('-').map(Number);
    setBusy(true);
    setFailure(undefined);
    try {
      const made = await call(
        createSession,
        { body: { year, month: month as 4 | 10 } },
        { key: `${key}-${term}` },
      );
      void client.invalidateQueries({ queryKey: keyOf(listSessions) });
      void navigate(generatePath(paths.session, { session: made.id }));
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  }
  return (
    <Card title="新建考次">
      <Problem error={failure} />
      <p className="muted">
        {latest
          ? `沿用 ${latest.name} 的场次、办理时间和开考课程，日期按整周移动，星期不变。新建后考生还看不到，检查无误再设为当前考次。`
          : '新建后请安排场次和办理时间。'}
      </p>
      <div className="sessions__new">
        <Field label="考次">
          <Select
            placeholder={null}
            options={terms}
            value={term}
            onChange={({ target }) => choose(target.value)}
          />
        </Field>
        <Button busy={busy} onClick={() => void create()}>
          新建考次
        </Button>
      </div>
    </Card>
  );
}
