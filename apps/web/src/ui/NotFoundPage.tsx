import { NotFound } from './NotFound.tsx';

/** An address that leads nowhere, outside of every layout. */
export function NotFoundPage() {
  return (
    <main className="wrap">
      <NotFound />
    </main>
  );
}
