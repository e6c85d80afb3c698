import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { agreeToNotice, confirmProfile, type Profile } from '@zikao/contract/candidates';
import { profileForm } from '@zikao/contract/profile-form';
import { call } from '#api/client';
import type { Filing, TablesQuery } from '#forms/filing';
import type { SpecialInputs } from '#forms/inputs';
import { paths } from '#paths';
import { CardPicture } from './CardPicture.tsx';
import { reached } from './reached.ts';
import { pictureUrl, stepPath, tablesQuery, useProfileCalls } from './use-profile.ts';

const SPECIAL: SpecialInputs = { picture: CardPicture };

const LEADS = {
  form: '请填写真实、准确的个人信息。填写的内容会自动保存，可以随时离开，换一台设备也能接着填。',
  preview: '请逐项核对，尤其是姓名、证件图片和考区。',
};

/** 须知, 填写信息 and 信息预览 of 基本信息填报, for the common wizard. */
export function useProfileFiling(profile: Profile): Filing {
  const navigate = useNavigate();
  const { put, latest, save } = useProfileCalls();
  const calls = useMemo(
    () => ({
      latest,
      save,
      async agree(version: string) {
        put(await call(agreeToNotice, { body: { version } }));
      },
      async submit(version: number) {
        put(await call(confirmProfile, {}, { ifMatch: version }));
        await navigate(stepPath('photo'));
      },
    }),
    [navigate, put, latest, save],
  );
  return {
    form: profileForm,
    draft: { ...profile, agreed: profile.agreement?.version },
    reached: reached(profile),
    review: profile,
    pathOf: stepPath,
    entry: paths.home,
    calls,
    tables: () => tablesQuery as TablesQuery,
    special: SPECIAL,
    pictureUrl,
    leads: LEADS,
  };
}
