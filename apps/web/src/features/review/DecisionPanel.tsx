import { useRef, useState } from 'react';
import type { Answers } from '@zikao/contract/forms/fields';
import { type Case, type Decision, decisionMessage } from '@zikao/contract/review';
import type { FieldsHandle } from '#forms/FieldsStep';
import { Checks } from './Checks.tsx';
import { CollectPhoto } from './CollectPhoto.tsx';
import { DecisionActs } from './DecisionActs.tsx';
import { ofApplication, wordsOf } from './kinds.ts';
import { decisionOf } from './reasons.ts';
import { RejectForm } from './RejectForm.tsx';
import { StageFields } from './StageFields.tsx';
import { useRejection } from './use-rejection.ts';
import { Visit } from './Visit.tsx';
import './decision.css';

interface Props {
  shown: Case;
  put: (next: Case) => void;
  /** The officer holds the case. */
  held: boolean;
  busy: boolean;
  /** What the server found wrong in the fields of the stage; `attempt` counts its refusals. */
  said: Record<string, string>;
  attempt: number;
  onDecide: (decision: Decision) => void;
}

/** 通过 or 不通过, with the very text the candidate will get. */
export function DecisionPanel({ shown, put, held, busy, said, attempt, onDecide }: Props) {
  const { queue, state, head, blocked, reasonChoices } = shown;
  const of = ofApplication(queue, state);
  const form = shown.asks && of?.kind.decision?.[shown.asks.stage];
  const [fields, setFields] = useState<Answers>({});
  const stage = useRef<FieldsHandle>(null);
  const rejecting = useRejection({
    choices: reasonChoices,
    ready: held && !busy,
    onApprove: () => void approve(),
    onReject: onDecide,
  });
  const decision: Decision = rejecting.open
    ? decisionOf(rejecting.value, reasonChoices)
    : { decision: 'approve' };

  async function approve() {
    if (blocked) return;
    if (stage.current && !(await stage.current.check())) return;
    onDecide({ decision: 'approve', ...(form && { fields }) });
  }

  return (
    <aside className="decision" aria-label="审核决定">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it */}
      <section className="decision__body" aria-label="核验和原因" tabIndex={0}>
        {!rejecting.open && blocked && !of && <CollectPhoto shown={shown} put={put} />}
        {!rejecting.open && of && <Visit shown={shown} held={held} put={put} />}
        {!rejecting.open && form && (
          <StageFields
            queue={queue}
            id={shown.id}
            form={form}
            lines={shown.asks!.lines}
            fields={fields}
            said={said}
            attempt={attempt}
            onChange={(patch) => setFields((before) => ({ ...before, ...patch }))}
            handle={stage}
          />
        )}
        {rejecting.open ? (
          <RejectForm
            queue={queue}
            choices={reasonChoices}
            value={rejecting.value}
            fault={rejecting.fault}
            onChange={rejecting.change}
          />
        ) : (
          <Checks judgement={shown.judgement} />
        )}
      </section>
      <div className="decision__foot">
        {(rejecting.open || !blocked) && (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it
          <section className="decision__preview" aria-labelledby="preview-title" tabIndex={0}>
            <h2 className="case__title" id="preview-title">
              考生会收到
            </h2>
            <p>{decisionMessage(queue, decision, wordsOf(queue).labels, head.district, of)}</p>
          </section>
        )}
        <DecisionActs rejecting={rejecting} held={held} busy={busy} blocked={Boolean(blocked)} />
      </div>
    </aside>
  );
}
