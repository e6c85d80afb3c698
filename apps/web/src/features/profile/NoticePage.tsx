import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { agreeToNotice } from '@zikao/contract/candidates';
import { profileForm } from '@zikao/contract/profile-form';
import { call } from '#api/client';
import { NoticeStep } from '#forms/NoticeStep';
import { Problem } from '#forms/Problem';
import { Wizard } from '#forms/Wizard';
import { Button } from '#ui/Button';
import { ErrorSummary } from '#ui/ErrorSummary';
import type { PageProps } from './ProfileStep.tsx';
import { reached } from './reached.ts';
import { stepPath, useProfileCalls } from './use-profile.ts';

const step = profileForm.steps[0];
const MISSING = '请阅读须知并勾选同意';

export function NoticePage({ profile }: PageProps) {
  const navigate = useNavigate();
  const { put } = useProfileCalls();
  const [version, setVersion] = useState(profile.agreement?.version);
  const [attempt, setAttempt] = useState(0);
  const missing = attempt > 0 && version === undefined;
  const agree = useMutation({
    mutationFn: (agreed: string) => call(agreeToNotice, { body: { version: agreed } }),
    onSuccess(answer) {
      put(answer);
      void navigate(stepPath('form'));
    },
  });
  function next() {
    setAttempt((count) => count + 1);
    if (version) agree.mutate(version);
  }
  return (
    <Wizard
      form={profileForm}
      at="notice"
      answers={profile.answers}
      pathOf={stepPath}
      reached={reached(profile)}
      acts={
        <Button look="primary" busy={agree.isPending} onClick={next}>
          {step.next}
        </Button>
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
