import { useQuery } from '@tanstack/react-query';
import { generatePath, Navigate } from 'react-router';
import { permits } from '@zikao/contract/permissions';
import { sessionQuery } from '#api/session';
import { paths } from '#paths';

/** Where an officer's work begins. */
export function StaffHome() {
  const { data } = useQuery(sessionQuery);
  const role = data?.session?.role;
  if (!role) return null;
  const to = permits('review.read', role) ? generatePath(paths.queue, { queue: 'profiles' }) : paths.audit;
  return <Navigate to={to} replace />;
}
