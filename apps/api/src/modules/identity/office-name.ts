import { ROLE_NAMES, type Role } from '@zikao/contract/permissions';
import { districtName } from '#modules/exams';
import type { Ctx } from '#platform/context';

/** 西宁市考区工作人员, 省考办工作人员: staff as a candidate sees them. */
export async function officeName(ctx: Ctx, role: Role, district: string | null): Promise<string> {
  if (role !== 'district') return role === 'province' ? `${ROLE_NAMES.province}工作人员` : ROLE_NAMES[role];
  const name = district ? await districtName(ctx, district) : '';
  return `${name}${name.endsWith('考区') ? '' : '考区'}工作人员`;
}
