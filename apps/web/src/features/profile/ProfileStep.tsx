import type { ComponentType } from 'react';
import { Navigate, useParams } from 'react-router';
import type { Profile } from '@zikao/contract/candidates';
import type { CodeTables } from '@zikao/contract/codes/tables';
import { Failure } from '#forms/Failure';
import { FilingStep } from '#forms/filing';
import { Skeleton } from '#ui/Spinner';
import { DonePage } from './DonePage.tsx';
import { useProfileFiling } from './filing.tsx';
import { PhotoPage } from './PhotoPage.tsx';
import { entry, open, STEPS } from './reached.ts';
import { stepPath, useProfile, useTables } from './use-profile.ts';

export interface PageProps {
  profile: Profile;
  tables: CodeTables;
}

/** Steps that no other form has. */
const PAGES: Record<string, ComponentType<PageProps>> = { photo: PhotoPage, done: DonePage };

/** One step of 基本信息填报 by its address; a step that is not open yet leads to where one stopped. */
export function ProfileStep() {
  const { step = '' } = useParams();
  const profile = useProfile();
  const tables = useTables();
  const failed = profile.error ?? tables.error;
  if (profile.data && tables.data) {
    const key = STEPS.find((known) => known === step);
    if (!key || !open(profile.data, key)) return <Navigate to={stepPath(entry(profile.data))} replace />;
    const Page = PAGES[step] ?? FormStep;
    return <Page profile={profile.data} tables={tables.data} />;
  }
  const retry = () => void Promise.all([profile.refetch(), tables.refetch()]);
  return (
    <div className="wrap wizard">{failed ? <Failure error={failed} onRetry={retry} /> : <Skeleton />}</div>
  );
}

function FormStep({ profile }: PageProps) {
  const { step = '' } = useParams();
  return <FilingStep filing={useProfileFiling(profile)} at={step} />;
}
