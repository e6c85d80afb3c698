import { ROLE_NAMES } from '@zikao/contract/permissions';
import type { Staff } from '@zikao/contract/staff';
import { formatMoment } from '#ui/dates';

/** Whose the password is. */
export function passwordText({ active, temporary }: Pick<Staff, 'active' | 'temporary'>): string {
  if (!temporary || !active) return active ? '本人设置' : '—';
  if (temporary.over) return '临时密码已过期，请重置';
  return `临时密码，${formatMoment(temporary.until)} 前登录更换`;
}

/** Whether a search is in what the list shows of an account. */
export function matches({ name, username, role, district }: Staff, search: string): boolean {
  const shown = [name, username, ROLE_NAMES[role], district?.name ?? ''];
  return shown.some((text) => text.includes(search.toLowerCase()));
}
