import { useNavigate } from 'react-router';
import { agreeToNotice } from '@zikao/contract/candidates';
import { profileForm } from '@zikao/contract/profile-form';
import { call } from '#api/client';
import { AgreeStep } from '#forms/AgreeStep';
import type { PageProps } from './ProfileStep.tsx';
import { reached } from './reached.ts';
import { stepPath, useProfileCalls } from './use-profile.ts';

export function NoticePage({ profile }: PageProps) {
  const navigate = useNavigate();
  const { put } = useProfileCalls();
  return (
    <AgreeStep
      form={profileForm}
      step={profileForm.steps[0]}
      answers={profile.answers}
      pathOf={stepPath}
      reached={reached(profile)}
      agreed={profile.agreement?.version}
      agree={async (version) => {
        put(await call(agreeToNotice, { body: { version } }));
        await navigate(stepPath('form'));
      }}
    />
  );
}
