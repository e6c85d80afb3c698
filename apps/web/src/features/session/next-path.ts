import { paths } from '#paths';

/** Where to go after signing in: the page one came from, if it is one of ours, else the home page. */
export function nextPath(search: string, origin: string): string {
  const wanted = new URLSearchParams(search).get('next');
  if (!wanted?.startsWith('/') || !URL.canParse(wanted, origin)) return paths.home;
  const url = new URL(wanted, origin);
  if (url.origin !== origin || url.pathname === paths.signIn) return paths.home;
  return url.pathname + url.search + url.hash;
}

/** The address of the sign-in page that leads back to here. */
export function signInPath({
  pathname,
  search,
  hash,
}: Record<'pathname' | 'search' | 'hash', string>): string {
  return `${paths.signIn}?${new URLSearchParams({ next: pathname + search + hash })}`;
}
