import type { Access } from '@zikao/contract/permissions';
import { paths } from '#paths';

/** What a staff page and all below it need; the first page leads everybody to their own. */
const NEEDS: Record<string, Access> = {
  [paths.staff]: 'review.read',
  [paths.staffAccount]: 'session',
  [paths.audit]: 'audit.read',
  [paths.staffAccounts]: 'staff.manage',
  [paths.merges]: 'merge.do',
  [paths.desk]: 'review.desk',
  [paths.deskRequests]: 'desk.requests',
  '/admin/catalogue': 'catalogue.manage',
  [paths.venues]: 'venue.manage',
  [paths.seating]: 'seating.read',
  [paths.prints]: 'seating.print',
  [paths.board]: 'oversight.read',
  [paths.spotChecks]: 'spotCheck.draw',
  [paths.spotCheckWork]: 'spotCheck.do',
  [paths.reasons]: 'reason.manage',
  [paths.frozen]: 'record.restore',
  [paths.messaging]: 'message.manage',
  [paths.announcements]: 'announcement.read',
  [paths.exports]: 'export.read',
  [paths.texts]: 'text.manage',
  [paths.sessions]: 'session.manage',
  [paths.scoreSessions]: 'score.import',
};

export function accessOf(pathname: string): Access {
  if (pathname === paths.staff) return 'session';
  const [, need] = Object.entries(NEEDS)
    .filter(([path]) => pathname === path || pathname.startsWith(`${path}/`))
    .reduce((narrow, one) => (one[0].length > narrow[0].length ? one : narrow));
  return need;
}
