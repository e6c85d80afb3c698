import { asc, isNotNull } from 'drizzle-orm';
import type { Given } from '@zikao/contract/endpoint';
import type { listAuditOfficers } from '@zikao/contract/audit';
import type { Signed } from '#platform/context';
import { accounts } from '#tables/identity';
import { districtNames } from '#modules/exams';

/** Everybody of the staff, also who left: what they did stays. */
export async function listOfficers(ctx: Signed): Promise<Given<typeof listAuditOfficers>> {
  const rows = await ctx.db
    .select()
    .from(accounts)
    .where(isNotNull(accounts.username))
    .orderBy(asc(accounts.district), asc(accounts.name), asc(accounts.username));
  const districts = await districtNames(ctx);
  return {
    items: rows.map(({ id, name, username, role, district, active }) => ({
      id,
      name,
      username: username!,
      role,
      active,
      ...(district && { district: districts.get(district) ?? district }),
    })),
  };
}
