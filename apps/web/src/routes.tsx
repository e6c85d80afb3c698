import type { ComponentType } from 'react';
import { Outlet, type RouteObject, ScrollRestoration } from 'react-router';
import { CrashPage } from '#ui/CrashPage';
import { NotFoundPage } from '#ui/NotFoundPage';
import { Skeleton } from '#ui/Spinner';
import { Toaster } from '#ui/Toast';

/** A page in its own chunk: a candidate never downloads the staff screens. */
function page(path: string, load: () => Promise<ComponentType>): RouteObject {
  return { path, lazy: { Component: load }, HydrateFallback: Loading };
}

function Loading() {
  return (
    <main className="wrap">
      <Skeleton />
    </main>
  );
}

function Root() {
  return (
    <>
      <Outlet />
      <Toaster />
      <ScrollRestoration />
    </>
  );
}

// One line per page: page(paths.signIn, async () => (await import('#features/account')).SignInPage)
const open: RouteObject[] = [];
const candidate: RouteObject[] = [];
const staff: RouteObject[] = [];

export const routes: RouteObject[] = [
  {
    element: <Root />,
    errorElement: <CrashPage />,
    children: [...open, ...candidate, ...staff, { path: '*', element: <NotFoundPage /> }],
  },
];

export { page };
