import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { z } from 'zod';
import type { Case, Claim } from '@zikao/contract/review';
import { Button, ButtonLink } from '#ui/Button';
import { formatMoment, formatTime } from '#ui/dates';
import { Dialog } from '#ui/Dialog';
import { PageTitle } from '#ui/PageTitle';
import { Tag } from '#ui/Tag';
import { clockText } from './ages.ts';
import { STATE_TONES, wordsOf } from './kinds.ts';
import { useKeys } from './use-keys.ts';
import type { Lease } from './use-lease.ts';
import { useCasePath } from './use-queue.ts';

interface Props {
  shown: Case;
  lease: Lease;
  /** Somebody else's claim. */
  others: z.output<typeof Claim> | undefined;
  decides: boolean;
}

/** Whose case it is, and who holds it until when. */
export function CaseHeading({ shown, lease, others, decides }: Props) {
  const { head, queue } = shown;
  const pathTo = useCasePath(queue);
  return (
    <header className="case__head">
      <ButtonLink className="case__back" look="plain" size="small" to={pathTo()}>
        返回列表
      </ButtonLink>
      <PageTitle title={head.name} side={decides && <Holding lease={lease} others={others} to={pathTo()} />}>
        <span className="case__facts num">
          <Tag tone={STATE_TONES[shown.state] ?? 'info'}>{wordsOf(queue).states[shown.state]}</Tag>
          {head.no > 1 && <Tag tone="wait">第 {head.no} 次提交</Tag>}
          <span>{head.district}</span>
          {head.admissionNumber && <span>准考证号 {head.admissionNumber}</span>}
          <span>{formatMoment(head.submittedAt)} 提交</span>
        </span>
      </PageTitle>
    </header>
  );
}

function Holding({ lease, others, to }: Pick<Props, 'lease' | 'others'> & { to: string }) {
  const navigate = useNavigate();
  const [asked, setAsked] = useState(false);
  useKeys({ ...(others && { takeOver: () => setAsked(true) }) });
  if (others)
    return (
      <div className="case__lease">
        <span>
          <b>{others.by}</b>正在审核，至 {formatTime(others.until)}
        </span>
        <Button size="small" onClick={() => setAsked(true)}>
          接手<kbd className="kbd">T</kbd>
        </Button>
        <Dialog
          open={asked}
          title={`接手${others.by}正在审核的这件`}
          onClose={() => setAsked(false)}
          actions={
            <Button
              look="primary"
              onClick={() => {
                setAsked(false);
                lease.claim(true);
              }}
            >
              接手
            </Button>
          }
        >
          <p>接手后由您审核，{others.by}会收到提醒，对方的决定不再生效。接手会记入审核记录。</p>
        </Dialog>
      </div>
    );
  if (lease.left === undefined)
    return lease.error ? (
      <div className="case__lease case__lease--over">
        <span>没有领取成功：{lease.error.message}</span>
        <Button size="small" onClick={() => lease.claim(false)}>
          重试
        </Button>
      </div>
    ) : (
      <span className="case__lease">正在领取…</span>
    );
  if (lease.left === 0)
    return (
      <div className="case__lease case__lease--over">
        <span>审核时间已到，已放回待办</span>
        <Button size="small" onClick={() => lease.claim(false)}>
          继续审核
        </Button>
      </div>
    );
  return (
    <div className="case__lease">
      <span className="num" role="timer">
        您正在审核，{clockText(lease.left)} 后释放
      </span>
      <Button size="small" onClick={() => void navigate(to)}>
        放回<kbd className="kbd">U</kbd>
      </Button>
    </div>
  );
}
