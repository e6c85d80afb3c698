import type { ComponentType } from 'react';
import { Navigate, useParams } from 'react-router';
import type { Profile } from '@zikao/contract/candidates';
import type { CodeTables } from '@zikao/contract/codes/tables';
import { Failure } from '#forms/Failure';
import { Skeleton } from '#ui/Spinner';
import { DonePage } from './DonePage.tsx';
import { FormPage } from './FormPage.tsx';
import { NoticePage } from './NoticePage.tsx';
import { PhotoPage } from './PhotoPage.tsx';
import { PreviewPage } from './PreviewPage.tsx';
import { entry, open, STEPS } from './reached.ts';
import { stepPath, useProfile, useTables } from './use-profile.ts';

export interface PageProps {
  profile: Profile;
  tables: CodeTables;
}

const PAGES: Record<string, ComponentType<PageProps>> = {
  notice: NoticePage,
  form: FormPage,
  preview: PreviewPage,
  photo: PhotoPage,
  done: DonePage,
};

/** One step of 基本信息填报 by its address; a step that is not open yet leads to where one stopped. */
export function ProfileStep() {
  const { step = '' } = useParams();
  const profile = useProfile();
  const tables = useTables();
  const failed = profile.error ?? tables.error;
  const Page = PAGES[step];
  if (profile.data && tables.data) {
    const key = STEPS.find((known) => known === step);
    if (!Page || !key || !open(profile.data, key))
      return <Navigate to={stepPath(entry(profile.data))} replace />;
    return <Page profile={profile.data} tables={tables.data} />;
  }
  const retry = () => void Promise.all([profile.refetch(), tables.refetch()]);
  return (
    <div className="wrap wizard">{failed ? <Failure error={failed} onRetry={retry} /> : <Skeleton />}</div>
  );
}
