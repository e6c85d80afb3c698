import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { choosePhotoWay, type Profile, verifyPhoto } from '@zikao/contract/candidates';
import { getPhotoProfile } from '@zikao/contract/photos';
import { profileForm } from '@zikao/contract/profile-form';
import type { Judgement } from '@zikao/contract/measures';
import { call, newKey } from '#api/client';
import { query } from '#api/query';
import { Failure } from '#forms/Failure';
import { useFaceFinder } from '#forms/portrait';
import { Problem } from '#forms/Problem';
import { useSending } from '#forms/sending';
import { Wizard } from '#forms/Wizard';
import { Button, ButtonLink } from '#ui/Button';
import { ErrorSummary } from '#ui/ErrorSummary';
import { Skeleton } from '#ui/Spinner';
import { ChoiceDialog } from './ChoiceDialog.tsx';
import { PhotoChecks } from './PhotoChecks.tsx';
import { PhotoFrame } from './PhotoFrame.tsx';
import { PhotoNews } from './PhotoNews.tsx';
import { PictureConsent } from './PictureConsent.tsx';
import { PhotoStandard } from './PhotoStandard.tsx';
import type { PageProps } from './ProfileStep.tsx';
import { reached } from './reached.ts';
import { useSettled } from './use-settled.ts';
import { stepPath, useProfileCalls } from './use-profile.ts';
import './photo.css';

const CONSENT_FIRST = '请先勾选单独同意；不同意的，可以选择到考区线下采集';

export function PhotoPage({ profile }: PageProps) {
  const navigate = useNavigate();
  const { put, latest } = useProfileCalls();
  const standard = useQuery({ ...query(getPhotoProfile, {}), staleTime: Infinity });
  const [checked, setChecked] = useState<Judgement>();
  const finding = useFaceFinder();
  const sending = useSending();
  const [asked, setAsked] = useState(0);
  const { photo } = profile;
  useSettled(profile);
  const unasked = asked > 0 && !photo.consent ? CONSENT_FIRST : undefined;

  function settle(answer: Profile) {
    put(answer);
    if (answer.state === 'pending' && answer.photo.state !== 'verifying') void navigate(stepPath('done'));
  }
  const verify = useMutation({
    mutationFn: () => call(verifyPhoto, {}, { key: newKey() }),
    onSuccess: settle,
    onError: () => void latest().catch(() => {}),
  });
  const choose = useMutation({
    mutationFn: (choice: 'continue' | 'desk') => call(choosePhotoWay, { body: { choice } }),
    onSuccess: settle,
    onError: () => void latest().catch(() => {}),
  });

  return (
    <Wizard
      form={profileForm}
      at="photo"
      answers={profile.answers}
      pathOf={stepPath}
      reached={reached(profile)}
      lead="人脸居中，上下左右留出空白，脸部不要占满画面。"
      acts={
        <>
          <ButtonLink to={stepPath('preview')}>上一步</ButtonLink>
          <Button
            look="primary"
            busy={verify.isPending || photo.state === 'verifying'}
            disabled={!photo.picture || photo.choiceNeeded || sending}
            onClick={() => (photo.consent ? verify.mutate() : setAsked((times) => times + 1))}
          >
            提交验证
          </Button>
        </>
      }
    >
      <ErrorSummary errors={unasked ? [{ id: 'consent', message: unasked }] : []} attempt={asked} />
      <Problem error={verify.error ?? choose.error} />
      {!verify.isPending && (
        <PhotoNews
          photo={photo}
          onDesk={() => choose.mutate('desk')}
          busy={choose.isPending && choose.variables === 'desk'}
        />
      )}
      {standard.error && <Failure error={standard.error} onRetry={() => void standard.refetch()} />}
      {!standard.data && !standard.error && <Skeleton />}
      {standard.data && (
        <div className="photo-page">
          <PhotoStandard standard={standard.data} />
          <PhotoFrame
            standard={standard.data}
            photo={photo}
            finding={finding}
            onChecked={(judgement) => {
              setChecked(judgement);
              verify.reset();
            }}
          />
          <PhotoChecks
            judgement={photo.judgement ?? checked}
            provisional={!photo.judgement}
            failures={photo.failures}
          />
        </div>
      )}
      {!photo.consent && photo.state !== 'desk' && (
        <PictureConsent
          id="consent"
          error={unasked}
          onConsented={put}
          onRefused={() => choose.mutate('desk')}
          busy={choose.isPending}
        />
      )}
      <ChoiceDialog
        open={photo.choiceNeeded}
        busy={choose.isPending ? choose.variables : undefined}
        onChoose={(choice) => choose.mutate(choice)}
      />
    </Wizard>
  );
}
