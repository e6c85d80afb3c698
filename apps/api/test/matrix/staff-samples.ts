import type { Sample } from './samples.ts';
import type { Party } from './world.ts';

/** Of an account that is not there: what happens to those that are has tests of its own. */
const staffed = (body: object) => (): Sample => ({ params: { account: crypto.randomUUID() }, body });
const reason = '试一试会怎样';

/** Requests of accounts of the staff, for `SAMPLES`. */
export const STAFF_SAMPLES: Record<string, (of: Party) => Sample> = {
  'identity.chooseFirstPassword': () => ({ body: { password: 'Qinghai-2027' } }),
  'staff.listStaff': () => ({}),
  'staff.createStaff': () => ({
    body: {
      role: 'auditor',
      name: '审计员甲',
      username: `auditor-${crypto.randomUUID().slice(0, 8)}`,
      reason,
    },
  }),
  'staff.getStaff': (of) => ({ params: { account: of.officer } }),
  'staff.changeStaff': staffed({ role: 'auditor', name: '审计员乙', reason }),
  'staff.deactivateStaff': staffed({ reason }),
  'staff.reactivateStaff': staffed({ reason }),
  'staff.resetStaffPassword': staffed({ reason }),
  'staff.resetStaffTotp': staffed({ reason }),
  'staff.signOutStaff': staffed({ reason }),
};
