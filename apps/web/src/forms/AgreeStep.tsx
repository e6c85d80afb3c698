import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { TextKind } from '@zikao/contract/exams';
import type { Answers } from '@zikao/contract/forms/fields';
import type { Form, Step } from '@zikao/contract/forms/form';
import { Button } from '#ui/Button';
import { ErrorSummary } from '#ui/ErrorSummary';
import { NoticeStep } from './NoticeStep.tsx';
import { Problem } from './Problem.tsx';
import { Wizard } from './Wizard.tsx';

interface Props {
  form: Form;
  step: Extract<Step, { kind: 'notice' }>;
  answers: Answers;
  pathOf: (step: string) => string;
  reached: string;
  /** Version agreed to before. */
  agreed: string | undefined;
  /** Keeps the agreement and goes on. */
  agree: (version: string) => Promise<void>;
  back?: ReactNode;
}

const MISSING = '请先阅读，再勾选下面的方框';

/** The first step of a wizard: a text to read, the tick that one has, and on. */
export function AgreeStep({ form, step, answers, pathOf, reached, agreed, agree, back }: Props) {
  const [version, setVersion] = useState(agreed);
  const [attempt, setAttempt] = useState(0);
  const sending = useMutation({ mutationFn: agree });
  const missing = attempt > 0 && version === undefined;
  return (
    <Wizard
      form={form}
      at={step.key}
      answers={answers}
      pathOf={pathOf}
      reached={reached}
      acts={
        <>
          {back}
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
        text={step.text as TextKind}
        tick={step.tick}
        version={version}
        onTick={setVersion}
        error={missing ? MISSING : undefined}
      />
    </Wizard>
  );
}
