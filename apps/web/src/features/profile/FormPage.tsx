import { useMemo, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { profileForm } from '@zikao/contract/profile-form';
import { type FieldsHandle, FieldsStep } from '#forms/FieldsStep';
import { PictureInput } from '#forms/PictureInput';
import { Problem } from '#forms/Problem';
import { SavedMark } from '#forms/SavedMark';
import { useDraft } from '#forms/use-draft';
import { Wizard } from '#forms/Wizard';
import type { InputProps, SpecialInputs } from '#forms/inputs';
import { reasonsByField } from '#forms/reasons-by-field';
import { Button, ButtonLink } from '#ui/Button';
import { Notice } from '#ui/Notice';
import type { PageProps } from './ProfileStep.tsx';
import { reached } from './reached.ts';
import { pictureUrl, stepPath, useProfileCalls, useSendingPicture, useSendPicture } from './use-profile.ts';

const step = profileForm.steps[1];

const SPECIAL: SpecialInputs = { picture: CardPicture };

function CardPicture(props: InputProps<'picture'>) {
  return <PictureInput {...props} url={pictureUrl} send={useSendPicture()} />;
}

export function FormPage({ profile, tables }: PageProps) {
  const navigate = useNavigate();
  const { state } = useLocation() as { state: { said?: Record<string, string> } | null };
  const { latest, save } = useProfileCalls();
  const draft = useDraft({ version: profile.version, savedAt: profile.savedAt, save, latest });
  const fields = useRef<FieldsHandle>(null);
  const [first] = useState(profile.answers);
  const [busy, setBusy] = useState(false);
  const sending = useSendingPicture();
  const [failure, setFailure] = useState<unknown>();
  const reasons = useMemo(() => reasonsByField(profile), [profile]);
  const said = useMemo(() => ({ ...reasons, ...state?.said }), [reasons, state]);
  async function next() {
    setFailure(undefined);
    if (!(await fields.current?.check())) return;
    setBusy(true);
    try {
      await draft.flush();
      await navigate(stepPath('preview'));
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Wizard
      form={profileForm}
      at="form"
      answers={profile.answers}
      pathOf={stepPath}
      reached={reached(profile)}
      lead="请填写真实、准确的个人信息。填写的内容会自动保存，可以随时离开，换一台设备也能接着填。"
      mark={<SavedMark status={draft.status} />}
      acts={
        <>
          <ButtonLink to={stepPath('notice')}>上一步</ButtonLink>
          <Button look="primary" busy={busy || sending} onClick={() => void next()}>
            {step.next}
          </Button>
        </>
      }
    >
      <Problem error={failure} />
      {profile.state === 'rejected' && profile.remark && (
        <Notice tone="no" title="考区审核不通过">
          <p>{profile.remark}</p>
        </Notice>
      )}
      <FieldsStep
        form={profileForm}
        step={step}
        answers={first}
        tables={tables}
        special={SPECIAL}
        said={said}
        attempt={0}
        onChange={draft.change}
        handle={fields}
      />
    </Wizard>
  );
}
