import type { ComponentType } from 'react';
import { Navigate, useParams } from 'react-router';
import type { Enrolment } from '@zikao/contract/enrolments';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { Skeleton } from '#ui/Spinner';
import { FormPage } from './FormPage.tsx';
import { NoticePage } from './NoticePage.tsx';
import { PreviewPage } from './PreviewPage.tsx';
import { reached, STEPS } from './reached.ts';
import { stepPath, useEnrolment } from './use-enrolment.ts';

const PAGES: Record<string, ComponentType<{ enrolment: Enrolment }>> = {
  notice: NoticePage,
  form: FormPage,
  preview: PreviewPage,
};

/** One step of 报考信息填报 by its address; what is not open leads back to the entry. */
export function EnrolmentStep() {
  const { step = '' } = useParams();
  const { data, error, refetch } = useEnrolment();
  if (!data)
    return (
      <div className="wrap wizard">
        {error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton />}
      </div>
    );
  const Page = PAGES[step];
  const { enrolment, gate } = data;
  if (!enrolment || gate || !Page) return <Navigate to={paths.enrolment} replace />;
  const at = STEPS.findIndex((key) => key === step);
  const furthest = reached(enrolment);
  if (at > STEPS.indexOf(furthest)) return <Navigate to={stepPath(furthest)} replace />;
  return <Page enrolment={enrolment} />;
}
