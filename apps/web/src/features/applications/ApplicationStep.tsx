import { Navigate, useParams } from 'react-router';
import type { Kind } from '@zikao/contract/applications/kind';
import type { Application } from '@zikao/contract/applications/shapes';
import { FilingStep } from '#forms/filing';
import { NotFoundPage } from '#ui/NotFoundPage';
import { useApplicationFiling } from './filing.tsx';
import { useKind } from './kinds.ts';
import { Opened } from './Opened.tsx';
import { applicationPath } from './use-application.ts';

/** One step of an application by its address; what cannot be changed any more is shown instead. */
export function ApplicationStep() {
  const kind = useKind();
  const { id = '' } = useParams();
  if (!kind) return <NotFoundPage />;
  return (
    <Opened kind={kind} id={id}>
      {(application) => <Step kind={kind} application={application} />}
    </Opened>
  );
}

function Step({ kind, application }: { kind: Kind; application: Application }) {
  const { step = '' } = useParams();
  const filing = useApplicationFiling(kind, application);
  if (!application.actions.some((action) => action === 'submit' || action === 'resubmit'))
    return <Navigate to={applicationPath(kind.key, application.id)} replace />;
  return <FilingStep filing={filing} at={step} />;
}
