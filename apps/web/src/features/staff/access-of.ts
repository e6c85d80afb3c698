import type { Access } from '@zikao/contract/permissions';
import { paths } from '#paths';

/** What a staff page needs; the first page leads everybody to their own. */
export function accessOf(pathname: string): Access {
  if (pathname === paths.staff || pathname === paths.staffAccount) return 'session';
  if (pathname === paths.merges || pathname.startsWith(`${paths.merges}/`)) return 'merge.do';
  if (pathname.startsWith('/admin/catalogue/')) return 'catalogue.manage';
  if (pathname === paths.frozen) return 'record.restore';
  if (pathname === paths.sessions || pathname.startsWith(`${paths.sessions}/`)) return 'session.manage';
  if (pathname === paths.exports) return 'export.read';
  if (pathname === paths.texts || pathname.startsWith(`${paths.texts}/`)) return 'text.manage';
  return pathname === paths.audit ? 'audit.read' : 'review.read';
}
