import type { Access } from '@zikao/contract/permissions';
import { paths } from '#paths';

/** What a staff page needs; the first page leads everybody to their own. */
export function accessOf(pathname: string): Access {
  if (pathname === paths.staff || pathname === paths.staffAccount) return 'session';
  if (pathname === paths.merges || pathname.startsWith(`${paths.merges}/`)) return 'merge.do';
  if (pathname.startsWith('/admin/catalogue/')) return 'catalogue.manage';
  const below = (path: string) => pathname === path || pathname.startsWith(`${path}/`);
  if (below(paths.venues)) return 'venue.manage';
  if (below(paths.seating)) return 'seating.read';
  if (pathname === paths.frozen) return 'record.restore';
  if (pathname === paths.exports) return 'export.read';
  if (below(paths.texts)) return 'text.manage';
  if (below(paths.sessions)) return 'session.manage';
  if (below(paths.prints)) return 'seating.print';
  if (pathname === paths.texts || pathname.startsWith(`${paths.texts}/`)) return 'text.manage';
  if (pathname === paths.scoreSessions || pathname.startsWith(`${paths.scoreSessions}/`))
    return 'score.import';
  return pathname === paths.audit ? 'audit.read' : 'review.read';
}
