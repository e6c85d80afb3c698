import { useState } from 'react';
import { type Release, releaseLifecycle } from '@zikao/contract/score-imports';
import { confirmRelease, type ScoreSessionView, withdrawRelease } from '@zikao/contract/score-office';
import { call } from '#api/client';
import { Button } from '#ui/Button';
import { Card } from '#ui/Card';
import { Dialog } from '#ui/Dialog';
import { formatLongMoment } from '#ui/dates';
import { Notice } from '#ui/Notice';
import { Tag } from '#ui/Tag';
import { Problem } from '#forms/Problem';
import { count } from './figures.ts';
import { ProposeDialog } from './ProposeDialog.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import { Releases } from './Releases.tsx';
import { RELEASE_TONES } from './tones.ts';
import { useChange } from './use-change.ts';

/** 公布: what waits, who proposed it, who confirms it, and when it comes out. */
export function ReleaseCard({ session }: { session: ScoreSessionView }) {
  const [proposing, setProposing] = useState(false);
  const [live] = session.releases;
  const underWay = live && (live.state === 'proposed' || live.state === 'confirmed');
  return (
    <Card
      title="公布"
      needsYou={Boolean(underWay && live.actions.includes('confirm'))}
      side={live && <Tag tone={RELEASE_TONES[live.state]}>{releaseLifecycle.states[live.state]}</Tag>}
    >
      {underWay ? (
        <UnderWay release={live} />
      ) : (
        <>
          <p>
            已采用、还没有公布的成绩 <b className="num">{count(session.waiting)}</b> 条
            {session.published > 0 && `，已公布 ${count(session.published)} 条`}。
          </p>
          {session.waiting > 0 && (
            <Button look="primary" onClick={() => setProposing(true)}>
              提出公布
            </Button>
          )}
        </>
      )}
      <Releases items={underWay ? session.releases.slice(1) : session.releases} />
      {proposing && <ProposeDialog session={session} onClose={() => setProposing(false)} />}
    </Card>
  );
}

function UnderWay({ release }: { release: Release }) {
  const { state, scores, publishAt, proposedBy, proposedAt, confirmedBy, confirmedAt, own, fault } = release;
  const [asking, setAsking] = useState<'confirm' | 'withdraw'>();
  const when = publishAt ? formatLongMoment(publishAt) : '确认后立即';
  const confirming = useChange(() => call(confirmRelease, { params: { release: release.id } }), {
    done: '已确认公布',
    after: () => setAsking(undefined),
  });
  const withdrawing = useChange(
    (body: { reason: string }) => call(withdrawRelease, { params: { release: release.id }, body }),
    { done: '已撤回公布' },
  );
  return (
    <>
      {fault && (
        <Notice tone="no" title="到了时间，还没有公布成功">
          {<p>{fault}</p>}
        </Notice>
      )}
      <p className="num">
        共 {count(scores)} 条成绩，{when}公布。{proposedBy}于 {formatLongMoment(proposedAt)} 提出
        {confirmedBy && confirmedAt && `，${confirmedBy}于 ${formatLongMoment(confirmedAt)} 确认`}。
      </p>
      <p className="muted">
        {state === 'confirmed'
          ? '到时间由系统一次公布，同时写入考籍档案、开始受理成绩复核、通知考生。公布之前可以撤回。'
          : own
            ? '请另一位省考办工作人员登录后确认。提出人不能确认自己提出的公布。'
            : '请核对统计和缺少的成绩，无误后确认。'}
      </p>
      <div className="row">
        {release.actions.includes('confirm') && (
          <Button look="primary" onClick={() => setAsking('confirm')}>
            确认公布
          </Button>
        )}
        {release.actions.includes('withdraw') && (
          <Button onClick={() => setAsking('withdraw')}>撤回公布</Button>
        )}
      </div>
      <Dialog
        open={asking === 'confirm'}
        title="确认公布成绩"
        onClose={() => setAsking(undefined)}
        actions={
          <Button look="primary" busy={confirming.isPending} onClick={() => confirming.mutate(undefined)}>
            确认公布 {count(scores)} 条成绩
          </Button>
        }
      >
        <Problem error={confirming.error} />
        <p>
          {when}
          公布。公布后考生可以查询，合格的写入考籍档案，成绩复核按工作日开始受理；公布后不能撤回，更正只能通过成绩复核。
        </p>
      </Dialog>
      {asking === 'withdraw' && (
        <ReasonDialog
          title="撤回公布"
          text="撤回后可以继续导入、作废批次，再重新提出公布。"
          label="撤回的原因"
          act="撤回公布"
          schema={withdrawRelease.body!}
          onSubmit={(body) => withdrawing.mutateAsync(body).then(() => undefined)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
}
