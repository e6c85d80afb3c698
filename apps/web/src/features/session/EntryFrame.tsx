import { Outlet } from 'react-router';
import { PublicLayout } from '#ui/PublicLayout';
import { useNames } from './use-names.ts';

/** The frame of signing in, registering and 忘记密码. */
export function EntryFrame() {
  return (
    <PublicLayout site={useNames()} signInLink={false}>
      <Outlet />
    </PublicLayout>
  );
}
