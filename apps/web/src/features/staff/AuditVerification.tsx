import { useMutation } from '@tanstack/react-query';
import { verifyAudit } from '@zikao/contract/audit';
import { call } from '#api/client';
import { Problem } from '#forms/Problem';
import { Button } from '#ui/Button';
import { formatLongMoment } from '#ui/dates';
import { Notice } from '#ui/Notice';

/** 校验审计链: walks the whole chain, so only when asked. */
export function AuditVerification() {
  const { mutate, data, error, isPending } = useMutation({ mutationFn: () => call(verifyAudit, {}) });
  return (
    <div className="audit__verification">
      <Button busy={isPending} onClick={() => mutate()}>
        校验审计链
      </Button>
      <div className="audit__verdict">
        <Problem error={error} />
        {data && !isPending && (
          <Notice
            tone={data.intact ? 'ok' : 'no'}
            role={data.intact ? 'status' : 'alert'}
            title={data.intact ? '审计链完整，没有改动、缺号或截尾' : '审计链有问题'}
          >
            {data.fault && <p>{data.fault}。请保留现场，报告省考办。</p>}
            <p>
              已校验 <b className="num">{data.entries}</b> 条
              {data.sealedUntil && `，封存至 ${formatLongMoment(data.sealedUntil)}`}。
            </p>
          </Notice>
        )}
      </div>
    </div>
  );
}
