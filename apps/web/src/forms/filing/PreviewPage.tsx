import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { describe } from '@zikao/contract/forms/form';
import { newKey, Refused } from '#api/client';
import { Failure } from '#forms/Failure';
import { Preview } from '#forms/Preview';
import { Problem } from '#forms/Problem';
import { reasonsByField } from '#forms/reasons-by-field';
import { SavedMark } from '#forms/SavedMark';
import { Wizard } from '#forms/Wizard';
import { Button, ButtonLink } from '#ui/Button';
import { Notice } from '#ui/Notice';
import { Skeleton } from '#ui/Spinner';
import type { Carried } from './FieldsPage.tsx';
import type { Filing } from './filing.ts';
import type { StepProps } from './FilingStep.tsx';
import { fixedFields, neighbours, stepOf } from './steps.ts';

/** All answers once more; what is shown here is what will be frozen with the submission. */
export function PreviewPage({ filing, step }: StepProps<'preview'>) {
  const { form, draft, reached, review, pathOf, calls } = filing;
  const { answers, version, savedAt } = draft;
  const navigate = useNavigate();
  const [key] = useState(newKey);
  const shown = useShown(filing);
  const submit = useMutation({
    mutationFn: () => calls.submit(version, key),
    onError(refusal) {
      const said = refusal instanceof Refused ? refusal.fields : {};
      const wrong = Object.keys(said)
        .map((name) => stepOf(form, answers, name))
        .find(Boolean);
      // Fields found wrong are shown where they are mended.
      if (wrong) void navigate(pathOf(wrong), { state: { said } satisfies Carried });
      // Changed in another window: what is shown from now on is the newest.
      else void calls.latest().catch(() => {});
    },
  });
  const { before } = neighbours(form, answers, step.key);
  const formPath = (field: string) => pathOf(stepOf(form, answers, field) ?? before!);
  return (
    <Wizard
      form={form}
      at={step.key}
      answers={answers}
      pathOf={pathOf}
      reached={reached}
      lead={filing.leads?.[step.key]}
      mark={<SavedMark status={{ kind: 'saved', ...(savedAt && { at: savedAt }) }} />}
      acts={
        <>
          <ButtonLink to={pathOf(before!)}>上一步</ButtonLink>
          <Button
            look="primary"
            busy={submit.isPending}
            disabled={!shown.groups}
            onClick={() => submit.mutate()}
          >
            {step.next}
          </Button>
        </>
      }
    >
      <Problem error={submit.error ?? shown.refusal} />
      {shown.failure ? <Failure error={shown.failure} onRetry={shown.retry} /> : null}
      {!shown.groups && !shown.refusal && !shown.failure && <Skeleton />}
      {shown.groups && (
        <>
          {shown.notes.map(({ message }) => (
            <Notice key={message}>
              <p>{message}</p>
            </Notice>
          ))}
          <Preview
            groups={shown.groups}
            formPath={formPath}
            fixed={fixedFields(form, answers)}
            {...(filing.pictureUrl && { pictureUrl: filing.pictureUrl })}
            said={reasonsByField(review)}
          />
          {filing.closing}
        </>
      )}
    </Wizard>
  );
}

/** The rows as the server's rules pass them, or as the form describes the answers where there are no rules. */
function useShown({ form, draft, calls, tables: tablesFor }: Filing) {
  const { check } = calls;
  const tables = useQuery(tablesFor(draft.answers));
  const checked = useQuery({
    queryKey: [form.name, 'check', draft.version],
    queryFn: () => check!(),
    enabled: check !== undefined,
    retry: false,
    gcTime: 0,
  });
  const local = tables.data && describe(form, draft.answers, tables.data);
  return {
    groups: check ? checked.data?.groups : local,
    notes: checked.data?.notes ?? [],
    refusal: checked.error,
    failure: check ? undefined : tables.error,
    retry: () => void tables.refetch(),
  };
}
