import { Navigate } from 'react-router';
import { Failure } from '#forms/Failure';
import { Skeleton } from '#ui/Spinner';
import { entry } from './reached.ts';
import { stepPath, useProfile } from './use-profile.ts';

/** Menu 基本信息填报: goes where one stopped. */
export function ProfileEntry() {
  const { data, error, refetch } = useProfile();
  if (data) return <Navigate to={stepPath(entry(data))} replace />;
  return (
    <div className="wrap wizard">
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton />}
    </div>
  );
}
