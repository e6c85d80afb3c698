import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { verifyAudit } from '@zikao/contract/audit';
import type { Answer } from '@zikao/contract/endpoint';
import { call } from '#api/client';
import { usePlainForm } from '#forms/use-plain-form';
import { PlainForm } from '#forms/PlainForm';
import { Button } from '#ui/Button';
import { Card } from '#ui/Card';
import { formatLongMoment } from '#ui/dates';
import { Field } from '#ui/Field';
import { Notice } from '#ui/Notice';
import { Problem } from '#forms/Problem';
import { TextInput } from '#ui/TextInput';

type Verdict = Answer<typeof verifyAudit>;

/** 校验审计链: walks the whole chain, so only when asked; with what a file states, also whether that still holds. */
export function AuditVerification() {
  const [verdict, setVerdict] = useState<Verdict>();
  const whole = useMutation({
    mutationFn: () => call(verifyAudit, { query: {} }),
    onMutate: () => setVerdict(undefined),
    onSuccess: setVerdict,
  });
  const form = usePlainForm<{ position: string; hash: string }>({
    schema: verifyAudit.query!.required(),
    labels: { position: '链头位置', hash: '链头散列' },
    async submit(noted) {
      setVerdict(undefined);
      setVerdict(await call(verifyAudit, { query: noted }));
    },
  });
  return (
    <Card
      title="校验审计链"
      side={
        <Button busy={whole.isPending} onClick={() => whole.mutate()}>
          开始校验
        </Button>
      }
    >
      <div className="audit__verification">
        <p className="muted">从第一条起逐条核对，任何改动、缺号、截尾都会指出。</p>
        <details>
          <summary>与导出文件核对</summary>
          <PlainForm form={form}>
            <div className="audit__noted">
              <Field {...form.field('position')} hint="导出文件末尾的数字">
                <TextInput {...form.input('position')} inputMode="numeric" maxLength={15} />
              </Field>
              <Field {...form.field('hash')} hint="导出文件末尾的 64 位">
                <TextInput {...form.input('hash')} maxLength={80} autoComplete="off" spellCheck={false} />
              </Field>
              <Button type="submit" busy={form.busy}>
                校验并核对
              </Button>
            </div>
          </PlainForm>
        </details>
        <Problem error={whole.error} />
        {verdict && <Told verdict={verdict} />}
      </div>
    </Card>
  );
}

function Told({ verdict: { intact, entries, hash, sealedUntil, fault, same } }: { verdict: Verdict }) {
  const good = intact && same !== false;
  const broken = intact ? '审计链完整，但与导出文件不符' : '审计链有问题';
  return (
    <Notice
      tone={good ? 'ok' : 'no'}
      role={good ? 'status' : 'alert'}
      title={good ? '审计链完整，没有改动、缺号或截尾' : broken}
    >
      {fault && <p>{fault}。请保留现场，报告省考办。</p>}
      {same === true && <p>与导出文件写明的链头一致：文件导出以前的记录没有改动。</p>}
      {same === false && (
        <p>链上这个位置的散列与所填的不同。请先核对抄写；无误的，请保留现场，报告省考办。</p>
      )}
      <p>
        已校验 <b className="num">{entries}</b> 条{sealedUntil && `，封存至 ${formatLongMoment(sealedUntil)}`}
        。
      </p>
      {hash && (
        <p>
          链头散列 <code>{hash}</code>
        </p>
      )}
    </Notice>
  );
}
