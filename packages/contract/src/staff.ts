import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Device } from './identity.ts';
import { Id } from './list.ts';
import { Because, ChangedStaff, NewStaff, Staff, TemporaryPassword } from './staff-shapes.ts';

export * from './staff-shapes.ts';

const tag = '工作人员';
const params = z.object({ account: Id });

export const listStaff = endpoint({
  method: 'GET',
  path: '/staff/accounts',
  access: 'staff.manage',
  tag,
  summary: '全部工作人员账号',
  returns: z.object({ items: z.array(Staff) }),
});
export const createStaff = endpoint({
  method: 'POST',
  path: '/staff/accounts',
  access: 'staff.manage',
  tag,
  summary: '新建工作人员账号，给出首次登录必须更换的临时密码',
  idempotent: true,
  status: 201,
  body: NewStaff,
  returns: TemporaryPassword,
  problems: ['staff.usernameTaken'],
});
export const getStaff = endpoint({
  method: 'GET',
  path: '/staff/accounts/:account',
  access: 'staff.manage',
  tag,
  summary: '一个工作人员账号和它登录的设备',
  params,
  returns: z.object({ staff: Staff, sessions: z.array(Device) }),
  problems: ['notFound'],
});
export const changeStaff = endpoint({
  method: 'PUT',
  path: '/staff/accounts/:account',
  access: 'staff.manage',
  tag,
  summary: '修改姓名、角色、考区；换了角色或考区的随即退出登录，放回领取的审核',
  params,
  body: ChangedStaff,
  returns: Staff,
  problems: ['notFound', 'staff.self'],
});
export const deactivateStaff = endpoint({
  method: 'POST',
  path: '/staff/accounts/:account/deactivation',
  access: 'staff.manage',
  tag,
  summary: '停用账号：退出全部登录，放回领取的审核，还没有生效的决定不再生效',
  params,
  body: Because,
  returns: Staff,
  problems: ['notFound', 'conflict', 'staff.self'],
});
export const reactivateStaff = endpoint({
  method: 'POST',
  path: '/staff/accounts/:account/reactivation',
  access: 'staff.manage',
  tag,
  summary: '重新启用账号，给出新的临时密码',
  params,
  body: Because,
  returns: TemporaryPassword,
  problems: ['notFound', 'conflict', 'staff.self'],
});
export const resetStaffPassword = endpoint({
  method: 'POST',
  path: '/staff/accounts/:account/password-reset',
  access: 'staff.manage',
  tag,
  summary: '重置密码：退出全部登录，给出新的临时密码，登录锁定随即解除',
  params,
  body: Because,
  returns: TemporaryPassword,
  problems: ['notFound', 'conflict', 'staff.self'],
});
export const resetStaffTotp = endpoint({
  method: 'POST',
  path: '/staff/accounts/:account/totp-reset',
  access: 'staff.manage',
  tag,
  summary: '重置动态口令：退出全部登录，下次登录重新设置',
  params,
  body: Because,
  returns: Staff,
  problems: ['notFound', 'conflict', 'staff.self'],
});
export const signOutStaff = endpoint({
  method: 'POST',
  path: '/staff/accounts/:account/sign-out',
  access: 'staff.manage',
  tag,
  summary: '让工作人员退出登录：一台设备，不指明则全部',
  params,
  body: Because.extend({ session: Id.optional() }),
  returns: Staff,
  problems: ['notFound', 'staff.self'],
});
