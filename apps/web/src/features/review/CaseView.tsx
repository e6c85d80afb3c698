import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { type Case, claimCase, releaseCase } from '@zikao/contract/review';
import { call, Refused } from '#api/client';
import { Problem } from '#forms/Problem';
import { Notice } from '#ui/Notice';
import { CaseHeading } from './CaseHeading.tsx';
import { CaseRows } from './CaseRows.tsx';
import { Checks } from './Checks.tsx';
import { DecisionPanel } from './DecisionPanel.tsx';
import { HandOver } from './HandOver.tsx';
import { History } from './History.tsx';
import { IdentityBlock } from './IdentityBlock.tsx';
import { Pictures, type Seen } from './Pictures.tsx';
import { Outcome } from './Outcome.tsx';
import { PreviousReasons } from './PreviousReasons.tsx';
import { useAhead } from './use-ahead.ts';
import { useDecision } from './use-decision.ts';
import { useKeys } from './use-keys.ts';
import { useLease } from './use-lease.ts';
import { useNext, useReloadQueue } from './use-next.ts';
import { useCasePath, useQueue } from './use-queue.ts';

interface Props {
  shown: Case;
  reload: () => void;
  put: (next: Case) => void;
}

/** A case: who, pictures and data in the middle, the decision at the right where the officer may decide. */
export function CaseView({ shown, reload, put }: Props) {
  const { queue, id, head } = shown;
  const navigate = useNavigate();
  const pathTo = useCasePath(queue);
  const reloadQueue = useReloadQueue();
  const next = useNext(queue);
  const { items } = useQueue(queue);
  const [said, setSaid] = useState('');
  const [seen, setSeen] = useState<Seen>({});

  const decides = shown.actions.includes('approve');
  const others = head.claim && !head.claim.mine ? head.claim : undefined;
  const params = { queue, id };
  const lease = useLease({
    calls: {
      claim: (takeOver) => call(claimCase, { params, body: { takeOver } }),
      release: () => call(releaseCase, { params }),
    },
    wanted: decides && !others,
    onLost: () => reload(),
    onReleased: () => void reloadQueue(),
  });
  const decision = useDecision(shown, {
    decided: () => lease.settle(),
    refused: (sentence, code) => {
      setSaid(sentence);
      if (code === 'review.claimed') lease.drop();
      if (code === 'review.notClaimed') lease.lapse();
      else reload();
      void reloadQueue();
    },
  });

  // While a decision is under way its answer says what comes next.
  useAhead(queue, decision.isPending ? undefined : lease.since);

  const refusal = useMemo(
    () => ({
      said: decision.error instanceof Refused ? stageFaults(decision.error) : {},
      attempt: decision.failureCount,
    }),
    [decision.error, decision.failureCount],
  );

  const at = items.findIndex((item) => item.id === id);
  const walk = (step: number) => {
    const to = items[at + step];
    if (at >= 0 && to) void navigate(pathTo(to.id));
  };
  useKeys({
    earlier: () => walk(-1),
    later: () => walk(1),
    ...(decides && { next: () => next.mutate() }),
    ...(lease.left !== undefined && { putBack: () => void navigate(pathTo()) }),
  });

  return (
    <div className={decides ? 'case case--decides' : 'case'}>
      <div className="case__mid">
        <CaseHeading
          shown={shown}
          lease={lease}
          others={lease.left === undefined ? others : undefined}
          decides={decides}
        />
        {said && (
          <Notice tone="wait" role="alert">
            <p>{said}</p>
          </Notice>
        )}
        <Problem error={said ? undefined : (decision.error ?? next.error)} />
        <Pictures
          pictures={shown.pictures}
          replaced={shown.replaced}
          judgement={shown.judgement}
          name={head.name}
          seen={seen}
          onSeen={(kind, image) => setSeen((before) => ({ ...before, [kind]: image }))}
        />
        <IdentityBlock shown={shown} on={head.submittedAt.slice(0, 10)} seen={seen} />
        <HandOver shown={shown} put={put} />
        <PreviousReasons shown={shown} />
        <Outcome groups={shown.outcome ?? []} />
        <CaseRows shown={shown} />
        {!decides && <Checks judgement={shown.judgement} />}
        <History items={shown.history} />
      </div>
      {decides && (
        <DecisionPanel
          shown={shown}
          put={put}
          held={lease.left !== undefined && lease.left > 0}
          busy={decision.isPending}
          {...refusal}
          onDecide={(body) => {
            setSaid('');
            decision.mutate(body);
          }}
        />
      )}
    </div>
  );
}

/** Sentences about the fields of the stage, by their names. */
const stageFaults = ({ fields }: Refused) =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([path]) => path.startsWith('fields.'))
      .map(([path, message]) => [path.split('.')[1]!, message]),
  );
