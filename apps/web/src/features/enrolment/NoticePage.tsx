import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { agreeToProspectus, type Enrolment, enrolmentForm } from '@zikao/contract/enrolments';
import { call } from '#api/client';
import { NoticeStep } from '#forms/NoticeStep';
import { Problem } from '#forms/Problem';
import { Wizard } from '#forms/Wizard';
import { paths } from '#paths';
import { Button, ButtonLink } from '#ui/Button';
import { ErrorSummary } from '#ui/ErrorSummary';
import { reached } from './reached.ts';
import { stepPath, useEnrolmentCalls } from './use-enrolment.ts';

const step = enrolmentForm.steps[0];
const MISSING = '请阅读报考简章并勾选';

export function NoticePage({ enrolment }: { enrolment: Enrolment }) {
  const navigate = useNavigate();
  const { put } = useEnrolmentCalls();
  const [version, setVersion] = useState(enrolment.agreement?.version);
  const [attempt, setAttempt] = useState(0);
  const missing = attempt > 0 && version === undefined;
  const agree = useMutation({
    mutationFn: (agreed: string) => call(agreeToProspectus, { body: { version: agreed } }),
    onSuccess(answer) {
      put(answer);
      void navigate(stepPath('form'));
    },
  });
  return (
    <Wizard
      form={enrolmentForm}
      at="notice"
      answers={enrolment.answers}
      pathOf={stepPath}
      reached={reached(enrolment)}
      acts={
        <>
          <ButtonLink to={paths.enrolment}>上一步</ButtonLink>
          <Button
            look="primary"
            busy={agree.isPending}
            onClick={() => {
              setAttempt((count) => count + 1);
              if (version) agree.mutate(version);
            }}
          >
            {step.next}
          </Button>
        </>
      }
    >
      <ErrorSummary errors={missing ? [{ id: 'agree', message: MISSING }] : []} attempt={attempt} />
      <Problem error={agree.error} />
      <NoticeStep
        id="agree"
        text={step.text}
        tick={step.tick}
        version={version}
        onTick={setVersion}
        error={missing ? MISSING : undefined}
      />
    </Wizard>
  );
}
