import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { TextKind } from '@zikao/contract/exams';
import { NoticeStep } from '#forms/NoticeStep';
import { Problem } from '#forms/Problem';
import { Wizard } from '#forms/Wizard';
import { Button, ButtonLink } from '#ui/Button';
import { ErrorSummary } from '#ui/ErrorSummary';
import type { StepProps } from './FilingStep.tsx';
import { neighbours } from './steps.ts';

const MISSING = '请先阅读，再勾选下面的方框';

/** The first step of a wizard: a text to read, the tick that one has, and on. */
export function NoticePage({ filing, step }: StepProps<'notice'>) {
  const { form, draft, reached, pathOf, entry, calls } = filing;
  const navigate = useNavigate();
  const [version, setVersion] = useState(draft.agreed);
  const [attempt, setAttempt] = useState(0);
  const { before, after } = neighbours(form, draft.answers, step.key);
  const sending = useMutation({
    async mutationFn(agreed: string) {
      await calls.agree(agreed);
      await navigate(pathOf(after!));
    },
  });
  const missing = attempt > 0 && version === undefined;
  return (
    <Wizard
      form={form}
      at={step.key}
      answers={draft.answers}
      pathOf={pathOf}
      reached={reached}
      acts={
        <>
          <ButtonLink to={before ? pathOf(before) : entry}>上一步</ButtonLink>
          <Button
            look="primary"
            busy={sending.isPending}
            onClick={() => {
              setAttempt((count) => count + 1);
              if (version) sending.mutate(version);
            }}
          >
            {step.next}
          </Button>
        </>
      }
    >
      <ErrorSummary errors={missing ? [{ id: 'agree', message: MISSING }] : []} attempt={attempt} />
      <Problem error={sending.error} />
      <NoticeStep
        id="agree"
        text={filing.notice ?? (step.text as TextKind)}
        tick={step.tick}
        end={filing.noticeEnd}
        version={version}
        onTick={setVersion}
        error={missing ? MISSING : undefined}
      />
    </Wizard>
  );
}
