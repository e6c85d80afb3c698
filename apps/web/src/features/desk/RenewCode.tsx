import { useState } from 'react';
import { getReceipt, renewPaperCode } from '@zikao/contract/desk/endpoints';
import type { DeskPerson, MadeAtDesk } from '@zikao/contract/desk/shapes';
import { call, pathOf } from '#api/client';
import { PlainForm } from '#forms/PlainForm';
import { usePlainForm } from '#forms/use-plain-form';
import { Button } from '#ui/Button';
import { Card } from '#ui/Card';
import { Made } from './Made.tsx';
import { Papers } from './Papers.tsx';
import { withPapers } from './with-papers.ts';

const SCHEMA = withPapers(renewPaperCode.body!);

/** Registered at a desk, never entered: another code on paper, if the first is lost or too old. */
export function RenewCode({ person: { head }, onDone }: { person: DeskPerson; onDone: () => void }) {
  const [made, setMade] = useState<MadeAtDesk>();
  const form = usePlainForm<{ papers: string }>({
    schema: SCHEMA,
    labels: { papers: '已核对的证件和材料' },
    async submit(body) {
      setMade(await call(renewPaperCode, { params: { id: head.id }, body: body as never }));
      onDone();
    },
  });
  if (made)
    return (
      <Made made={made}>
        <a
          className="btn btn--primary"
          href={pathOf(getReceipt, { params: { id: made.act } })}
          download="现场注册回执.pdf"
        >
          下载回执（PDF）
        </a>
      </Made>
    );
  return (
    <Card title="首次登录码">
      <p className="muted">
        账号是现场注册的，考生还没有登录过。登录码遗失或过期的，可以换发，原来的随即失效。
      </p>
      <PlainForm form={form}>
        <Papers
          act="registration"
          field={form.field('papers')}
          value={form.values.papers}
          onChange={(value) => form.set('papers', value)}
        />
        <div className="row">
          <Button type="submit" busy={form.busy}>
            换发登录码
          </Button>
        </div>
      </PlainForm>
    </Card>
  );
}
