import { useState } from 'react';
import { Navigate, useParams } from 'react-router';
import type { Enrolment } from '@zikao/contract/enrolments';
import { Failure } from '#forms/Failure';
import { FilingStep } from '#forms/filing';
import { paths } from '#paths';
import { Skeleton } from '#ui/Spinner';
import { AllCourses } from './offer.ts';
import { useEnrolmentFiling } from './filing.tsx';
import { useEnrolment } from './use-enrolment.ts';

/** One step of 报考信息填报 by its address; what is not open leads back to the entry. */
export function EnrolmentStep() {
  const { data, error, refetch } = useEnrolment();
  if (!data)
    return (
      <div className="wrap wizard">
        {error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton />}
      </div>
    );
  const { enrolment, gate } = data;
  if (!enrolment || gate) return <Navigate to={paths.enrolment} replace />;
  return <Step enrolment={enrolment} />;
}

function Step({ enrolment }: { enrolment: Enrolment }) {
  const { step = '' } = useParams();
  const [all, setAll] = useState(false);
  const filing = useEnrolmentFiling(enrolment, all);
  return (
    <AllCourses value={{ all, toggle: () => setAll((before) => !before) }}>
      <FilingStep filing={filing} at={step} />
    </AllCourses>
  );
}
