import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { confirmProfile } from '@zikao/contract/candidates';
import { describe, visibleFields } from '@zikao/contract/forms/form';
import { profileForm } from '@zikao/contract/profile-form';
import { call, Refused } from '#api/client';
import { Preview } from '#forms/Preview';
import { Problem } from '#forms/Problem';
import { SavedMark } from '#forms/SavedMark';
import { Wizard } from '#forms/Wizard';
import { reasonsByField } from '#forms/reasons-by-field';
import { Button, ButtonLink } from '#ui/Button';
import type { PageProps } from './ProfileStep.tsx';
import { reached } from './reached.ts';
import { pictureUrl, stepPath, useProfileCalls } from './use-profile.ts';

const step = profileForm.steps[2];

export function PreviewPage({ profile, tables }: PageProps) {
  const navigate = useNavigate();
  const { put, latest } = useProfileCalls();
  const confirm = useMutation({
    mutationFn: () => call(confirmProfile, {}, { ifMatch: profile.version }),
    onSuccess(answer) {
      put(answer);
      void navigate(stepPath('photo'));
    },
    onError(refusal) {
      // Fields the server found wrong are shown where they are mended.
      if (refusal instanceof Refused && refusal.problem.errors?.length)
        void navigate(stepPath('form'), { state: { said: refusal.fields } });
      // Changed in another window: what is shown from now on is the newest.
      else void latest().catch(() => {});
    },
  });
  const fields = visibleFields(profileForm, profile.answers);
  const fixed = new Set(Object.keys(fields).filter((key) => fields[key]!.input === 'fixed'));
  return (
    <Wizard
      form={profileForm}
      at="preview"
      answers={profile.answers}
      pathOf={stepPath}
      reached={reached(profile)}
      lead="请逐项核对，尤其是姓名、证件图片和考区。"
      mark={<SavedMark status={{ kind: 'saved', ...(profile.savedAt && { at: profile.savedAt }) }} />}
      acts={
        <>
          <ButtonLink to={stepPath('form')}>上一步</ButtonLink>
          <Button look="primary" busy={confirm.isPending} onClick={() => confirm.mutate()}>
            {step.next}
          </Button>
        </>
      }
    >
      <Problem error={confirm.error} />
      <Preview
        groups={describe(profileForm, profile.answers, tables)}
        formPath={stepPath('form')}
        fixed={fixed}
        pictureUrl={pictureUrl}
        said={reasonsByField(profile)}
      />
    </Wizard>
  );
}
