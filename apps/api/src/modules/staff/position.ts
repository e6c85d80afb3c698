import { ROLE_NAMES } from '@zikao/contract/permissions';
import { districtName, findDistrict } from '#modules/exams';
import type { StaffRow } from '#modules/identity';
import type { Ctx } from '#platform/context';
import { invalid } from '#platform/problem';

type Position = Pick<StaffRow, 'role' | 'district'>;

/** The district of an officer, null for everybody else; one that there is not: refused at its field. */
export async function requireDistrict(ctx: Ctx, code: string | undefined): Promise<string | null> {
  if (!code) return null;
  if (!(await findDistrict(ctx, code))) throw invalid('district', '没有这个考区，请重新选择');
  return code;
}

/** 西宁市 考区工作人员: for the trail. */
export async function positionText(ctx: Ctx, { role, district }: Position): Promise<string> {
  return district ? `${await districtName(ctx, district)} ${ROLE_NAMES[role]}` : ROLE_NAMES[role];
}

export const samePlace = (a: Position, b: Position) => a.role === b.role && a.district === b.district;
