import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { Answers } from '@zikao/contract/forms/fields';
import { hiddenAnswers } from '@zikao/contract/forms/form';
import { Refused } from '#api/client';
import { Failure } from '#forms/Failure';
import { type FieldsHandle, FieldsStep } from '#forms/FieldsStep';
import { Problem } from '#forms/Problem';
import { reasonsByField } from '#forms/reasons-by-field';
import { SavedMark } from '#forms/SavedMark';
import { useSending } from '#forms/sending';
import { useDraft } from '#forms/use-draft';
import { Wizard } from '#forms/Wizard';
import { Button, ButtonLink } from '#ui/Button';
import { Notice } from '#ui/Notice';
import { Skeleton } from '#ui/Spinner';
import type { StepProps } from './FilingStep.tsx';
import { neighbours, stepOf } from './steps.ts';

/** What a refusal on the preview was about, carried to the step where it is mended. */
export type Carried = { said?: Record<string, string> } | null;

/** One step of inputs, saved while typing; 下一步 asks the form, then the server's rules. */
export function FieldsPage({ filing, step }: StepProps<'fields'>) {
  const { form, draft, reached, review, pathOf, entry, calls, special, pictureUrl, Mark } = filing;
  const navigate = useNavigate();
  const carried = (useLocation().state as Carried)?.said;
  const { flush, change, status } = useDraft({ ...calls, version: draft.version, savedAt: draft.savedAt });
  const fields = useRef<FieldsHandle>(null);
  const [answers, setAnswers] = useState<Answers>(draft.answers);
  const tables = useQuery(filing.tables(answers));
  const sending = useSending();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const [refused, setRefused] = useState({ said: {} as Record<string, string>, attempt: 0 });
  const reasons = useMemo(() => reasonsByField(review), [review]);
  const said = useMemo(() => ({ ...reasons, ...carried, ...refused.said }), [reasons, carried, refused]);
  const { before, after } = neighbours(form, answers, step.key);

  async function next() {
    setFailure(undefined);
    if (!(await fields.current?.check())) return;
    setBusy(true);
    try {
      leaveOut(hiddenAnswers(form, answers));
      await flush();
      await calls.check?.(step.key);
      await navigate(pathOf(after!));
    } catch (error) {
      await refuse(error);
    } finally {
      setBusy(false);
    }
  }

  /** What the answers do not call for any more is not filed: the server would refuse it. */
  function leaveOut(names: string[]) {
    if (names.length > 0) answer(Object.fromEntries(names.map((name) => [name, null])));
  }

  function answer(patch: Answers) {
    setAnswers((known) => ({ ...known, ...patch }));
    change(patch);
  }

  async function refuse(error: unknown) {
    const by = Object.groupBy(
      Object.entries(error instanceof Refused ? error.fields : {}),
      ([name]) => stepOf(form, answers, name) ?? '',
    );
    const own = by[step.key];
    if (own) setRefused(({ attempt }) => ({ said: Object.fromEntries(own), attempt: attempt + 1 }));
    // What only the next step asks for is no reason to stay on this one.
    else if (by[after!]) await navigate(pathOf(after!));
    else setFailure(error);
  }

  return (
    <Wizard
      form={form}
      at={step.key}
      answers={answers}
      pathOf={pathOf}
      reached={reached}
      lead={filing.leads?.[step.key]}
      mark={
        <span className="row">
          {Mark && <Mark answers={answers} />}
          <SavedMark status={status} />
        </span>
      }
      acts={
        <>
          <ButtonLink to={before ? pathOf(before) : entry}>上一步</ButtonLink>
          <Button look="primary" busy={busy || sending} onClick={() => void next()}>
            {step.next}
          </Button>
        </>
      }
    >
      <Problem error={failure} />
      {review.state === 'rejected' && review.remark && (
        <Notice tone="no" title="审核不通过">
          <p>{review.remark}</p>
        </Notice>
      )}
      {tables.error ? (
        <Failure error={tables.error} onRetry={() => void tables.refetch()} />
      ) : (
        !tables.data && <Skeleton />
      )}
      {tables.data && (
        <FieldsStep
          form={form}
          step={step}
          answers={answers}
          tables={tables.data}
          {...(special && { special })}
          {...(pictureUrl && { pictureUrl })}
          said={said}
          attempt={refused.attempt}
          onChange={answer}
          handle={fields}
        />
      )}
    </Wizard>
  );
}
