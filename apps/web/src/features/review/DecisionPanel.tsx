import { useRef, useState } from 'react';
import type { Answers } from '@zikao/contract/forms/fields';
import { type Case, type Decision, decisionMessage } from '@zikao/contract/review';
import type { FieldsHandle } from '#forms/FieldsStep';
import { Button } from '#ui/Button';
import { Checks } from './Checks.tsx';
import { CollectPhoto } from './CollectPhoto.tsx';
import { ofApplication, wordsOf } from './kinds.ts';
import { decisionOf, NO_REJECTION, rejectionFault, toggle } from './reasons.ts';
import { RejectForm } from './RejectForm.tsx';
import { StageFields } from './StageFields.tsx';
import { useKeys } from './use-keys.ts';
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
  const [rejecting, setRejecting] = useState(false);
  const [rejection, setRejection] = useState(NO_REJECTION);
  const [fault, setFault] = useState('');
  const rejectButton = useRef<HTMLButtonElement>(null);
  const ready = held && !busy;
  const decision: Decision = rejecting ? decisionOf(rejection, reasonChoices) : { decision: 'approve' };

  async function approve() {
    if (!ready || rejecting || blocked) return;
    if (stage.current && !(await stage.current.check())) return;
    onDecide({ decision: 'approve', ...(form && { fields }) });
  }
  function reject() {
    if (!ready) return;
    if (!rejecting) return setRejecting(true);
    const missing = rejectionFault(rejection);
    setFault(missing ?? '');
    if (!missing) onDecide(decision);
  }
  function cancel() {
    setRejecting(false);
    setFault('');
    requestAnimationFrame(() => rejectButton.current?.focus());
  }
  function change(next: typeof rejection) {
    setRejection(next);
    if (!rejectionFault(next)) setFault('');
  }
  useKeys({
    approve: () => void approve(),
    reject,
    ...(rejecting && {
      close: cancel,
      reason: (index: number) => {
        const choice = reasonChoices[index];
        if (choice) change(toggle(rejection, choice.code));
      },
    }),
  });

  return (
    <aside className="decision" aria-label="审核决定">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it */}
      <section className="decision__body" aria-label="核验和原因" tabIndex={0}>
        {!rejecting && blocked && !of && <CollectPhoto shown={shown} put={put} />}
        {!rejecting && of && <Visit shown={shown} held={held} put={put} />}
        {!rejecting && form && (
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
        {rejecting ? (
          <RejectForm
            queue={queue}
            choices={reasonChoices}
            value={rejection}
            fault={fault}
            onChange={change}
          />
        ) : (
          <Checks judgement={shown.judgement} />
        )}
      </section>
      <div className="decision__foot">
        {(rejecting || !blocked) && (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it
          <section className="decision__preview" aria-labelledby="preview-title" tabIndex={0}>
            <h2 className="case__title" id="preview-title">
              考生会收到
            </h2>
            <p>{decisionMessage(queue, decision, wordsOf(queue).labels, head.district, of)}</p>
          </section>
        )}
        <div className="decision__acts">
          {rejecting ? (
            <>
              <Button look="danger" wide busy={busy} aria-disabled={!held || undefined} onClick={reject}>
                确认不通过并下一个<kbd className="kbd">X</kbd>
              </Button>
              <Button wide onClick={cancel}>
                取消<kbd className="kbd">Esc</kbd>
              </Button>
            </>
          ) : (
            <>
              <Button
                look="primary"
                wide
                busy={busy}
                aria-disabled={!held || Boolean(blocked) || undefined}
                onClick={() => void approve()}
              >
                通过并下一个<kbd className="kbd">A</kbd>
              </Button>
              <Button
                ref={rejectButton}
                look="danger"
                wide
                aria-disabled={!ready || undefined}
                onClick={reject}
              >
                不通过<kbd className="kbd">X</kbd>
              </Button>
            </>
          )}
        </div>
      </div>
    </aside>
  );
}
