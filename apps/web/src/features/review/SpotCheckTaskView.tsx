import { useState } from 'react';
import { useNavigate } from 'react-router';
import { QUEUES } from '@zikao/contract/review';
import type { SpotCheckTask } from '@zikao/contract/spot-checks';
import { paths } from '#paths';
import { Button } from '#ui/Button';
import { formatMoment } from '#ui/dates';
import { Notice } from '#ui/Notice';
import { PageTitle } from '#ui/PageTitle';
import { Tag } from '#ui/Tag';
import { clockText } from './ages.ts';
import { CaseRows } from './CaseRows.tsx';
import { HelpCard } from './HelpCard.tsx';
import { IdentityBlock } from './IdentityBlock.tsx';
import { Pictures, type Seen } from './Pictures.tsx';
import { PreviousReasons } from './PreviousReasons.tsx';
import { useKeys } from './use-keys.ts';
import type { Lease } from './use-lease.ts';
import { VerdictPanel } from './VerdictPanel.tsx';

/** A submission as it was, and one's own judgement of it. */
export function SpotCheckTaskView({
  shown,
  lease,
  lost,
}: {
  shown: SpotCheckTask;
  lease: Lease;
  lost: string;
}) {
  const { queue, no, district, submittedAt, pictures, replaced, judgement } = shown;
  const navigate = useNavigate();
  const [help, setHelp] = useState(false);
  const [seen, setSeen] = useState<Seen>({});
  useKeys({ help: () => setHelp(true), putBack: () => void navigate(paths.spotCheckWork) });
  return (
    <div className="case case--decides spot__task">
      <div className="case__mid">
        <header className="case__head">
          <PageTitle title={`复查${QUEUES[queue] ?? ''}`} side={<Holding lease={lease} />}>
            <span className="case__facts num">
              <Tag tone="info">只看提交的内容</Tag>
              {no > 1 && <Tag tone="wait">第 {no} 次提交</Tag>}
              <span>{district}</span>
              <span>{formatMoment(submittedAt)} 提交</span>
            </span>
          </PageTitle>
        </header>
        {lost && (
          <Notice tone="wait" role="alert">
            <p>{lost}</p>
          </Notice>
        )}
        <Pictures
          pictures={pictures}
          replaced={replaced}
          judgement={judgement}
          name="考生"
          seen={seen}
          onSeen={(kind, image) => setSeen((before) => ({ ...before, [kind]: image }))}
        />
        <IdentityBlock shown={shown} on={submittedAt.slice(0, 10)} seen={seen} />
        <PreviousReasons shown={shown} />
        <CaseRows shown={shown} />
      </div>
      <VerdictPanel shown={shown} lease={lease} />
      <HelpCard open={help} onClose={() => setHelp(false)} />
    </div>
  );
}

function Holding({ lease }: { lease: Lease }) {
  const navigate = useNavigate();
  if (!lease.left)
    return (
      <div className="case__lease case__lease--over">
        <span>复查时间已到</span>
        <Button size="small" onClick={() => lease.claim(false)}>
          继续复查
        </Button>
      </div>
    );
  return (
    <div className="case__lease">
      <span className="num" role="timer">
        您正在复查，{clockText(lease.left)} 后释放
      </span>
      <Button size="small" onClick={() => void navigate(paths.spotCheckWork)}>
        放回<kbd className="kbd">U</kbd>
      </Button>
    </div>
  );
}
