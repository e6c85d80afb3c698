import { z } from 'zod';
import { Id, Moment } from './list.ts';

export const STAFF_ROLES = ['district', 'province', 'auditor'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** A temporary password that nobody has used by then is void. */
export const TEMPORARY_HOURS = 72;

/** What can be done with an account of somebody else, as it stands. */
export const STAFF_ACTIONS = [
  'change',
  'resetPassword',
  'resetTotp',
  'signOut',
  'deactivate',
  'reactivate',
] as const;
export type StaffAction = (typeof STAFF_ACTIONS)[number];

export const Staff = z
  .object({
    id: Id,
    username: z.string(),
    name: z.string(),
    role: z.enum(STAFF_ROLES),
    district: z.object({ code: z.string(), name: z.string() }).optional(),
    active: z.boolean(),
    /** One's own: a colleague has to deal with it. */
    self: z.boolean(),
    /** A dynamic password has been set up. */
    totp: z.boolean(),
    /** Has a temporary password still, good until then; `over`: it was. */
    temporary: z.object({ until: Moment, over: z.boolean() }).optional(),
    createdAt: Moment,
    actions: z.array(z.enum(STAFF_ACTIONS)),
  })
  .meta({ id: 'Staff' });
export type Staff = z.output<typeof Staff>;

/** The password is told once; only its hash is kept with the account. */
export const TemporaryPassword = z.object({ staff: Staff, password: z.string(), until: Moment });

/** Why: it goes into the trail. */
export const Because = z.object({
  reason: z.string({ error: '请写明原因' }).trim().min(4, '请写明原因，至少 4 个字').max(300),
});

const position = {
  name: z.string({ error: '请填写姓名' }).trim().min(2, '姓名至少两个字').max(40),
  role: z.enum(STAFF_ROLES, { error: '请选择角色' }),
  district: z.string().max(20).optional(),
};
type Position = { role: StaffRole; district?: string | undefined };

/** A district officer belongs to one district, nobody else does. */
function fits({ value, issues }: z.core.ParsePayload<Position>): void {
  const { role, district } = value;
  if ((role === 'district') === Boolean(district)) return;
  const message = role === 'district' ? '请选择考区' : '只有考区工作人员才属于一个考区';
  issues.push({ code: 'custom', path: ['district'], message, input: district });
}

export const NewStaff = z
  .object({
    ...position,
    username: z
      .string({ error: '请填写登录名' })
      .trim()
      .regex(/^[a-z][a-z0-9.-]{2,31}$/, '登录名用小写字母开头，3 到 32 位小写字母、数字、点或短横'),
    ...Because.shape,
  })
  .check(fits);
export const ChangedStaff = z.object({ ...position, ...Because.shape }).check(fits);
