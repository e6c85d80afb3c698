import type { Staff, StaffAction, StaffRole } from '@zikao/contract/staff';
import { districtNames } from '#modules/exams';
import { findStaff, type StaffRow } from '#modules/identity';
import { now } from '#platform/clock';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';

/** Accounts as the province sees them; nothing can be done with one's own. */
export async function staffViews(ctx: Signed, rows: readonly StaffRow[]): Promise<Staff[]> {
  const at = await now(ctx.db);
  const names = await districtNames(ctx);
  return rows.map((row) => {
    const { id, name, district, active, temporaryUntil } = row;
    const self = id === ctx.actor.id;
    return {
      id,
      username: row.username ?? '',
      name,
      role: row.role as StaffRole,
      ...(district && { district: { code: district, name: names.get(district) ?? district } }),
      active,
      self,
      totp: row.totpConfirmed,
      ...(temporaryUntil && {
        temporary: { until: temporaryUntil.toISOString(), over: temporaryUntil <= at },
      }),
      createdAt: row.createdAt.toISOString(),
      actions: self ? [] : actionsOf(row),
    };
  });
}

export async function staffView(ctx: Signed, row: StaffRow): Promise<Staff> {
  const [view] = await staffViews(ctx, [row]);
  return view!;
}

/** What can be done with an account as it stands. */
export function actionsOf({
  active,
  totpConfirmed,
}: Pick<StaffRow, 'active' | 'totpConfirmed'>): StaffAction[] {
  if (!active) return ['change', 'reactivate'];
  return [
    'change',
    'resetPassword',
    ...(totpConfirmed ? ['resetTotp' as const] : []),
    'signOut',
    'deactivate',
  ];
}

/** An account of the staff; a candidate's or none: `notFound`. */
export async function getStaffRow(ctx: Pick<Signed, 'db'>, id: string): Promise<StaffRow> {
  const [row] = await findStaff(ctx, id);
  if (!row) throw new Problem('notFound');
  return row;
}
