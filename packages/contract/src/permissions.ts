/** Who signs in. Row scope (own record, own district) is added in the data layer, see each module's `scope`. */
export const ROLES = ['candidate', 'district', 'province', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_NAMES: Record<Role, string> = {
  candidate: '考生',
  district: '考区工作人员',
  province: '省考办',
  auditor: '审计员',
};

/** What each role may do; the same names are the scopes of API keys. */
export const PERMISSIONS = {
  'account.own': ['candidate', 'district', 'province', 'auditor'],
  'candidate.account': ['candidate'],
  'staff.account': ['district', 'province', 'auditor'],
  'document.own': ['candidate'],
  'profile.own': ['candidate'],
  'enrolment.own': ['candidate'],
  'application.own': ['candidate'],
  'record.own': ['candidate'],
  'score.own': ['candidate'],
  'ticket.own': ['candidate'],
  /** 考场座次通知单: one's own inside the window, an officer's candidates at any time. */
  'ticket.read': ['candidate', 'district', 'province'],
  'seating.print': ['district', 'province'],
  'record.read': ['district', 'province'],
  'record.restore': ['province'],
  'session.manage': ['province'],
  'text.manage': ['province'],
  'catalogue.manage': ['province'],
  /** 考点与考场: district officers their own district's. */
  'venue.manage': ['district', 'province'],
  'seating.manage': ['province'],
  /** Who needs a room without steps. */
  'seating.need': ['district', 'province'],
  /** Districts read their own rooms, once published. */
  'seating.read': ['district', 'province'],
  'score.import': ['province'],
  /** One proposes, another confirms. */
  'score.release': ['province'],
  'message.own': ['candidate'],
  /** What candidates are told, in which words, and whether it arrives. */
  'message.manage': ['province'],
  'announcement.read': ['district', 'province'],
  'announcement.write': ['province'],
  'review.read': ['district', 'province'],
  /** The province decides on what the district has passed on to it. */
  'review.decide': ['district', 'province'],
  /** What is done face to face at the district: photos taken, letters handed over. */
  'review.desk': ['district'],
  /** The ready reasons of a rejection. */
  'reason.manage': ['province'],
  /** 督导: every district's queues and decisions, side by side. */
  'oversight.read': ['province'],
  /** 复查: drawing a sample and seeing what came of it; looking again. */
  'spotCheck.draw': ['province'],
  'spotCheck.do': ['district', 'province'],
  /** Accounts of officers. */
  'staff.manage': ['province'],
  /** 合档: the district of the person, and the province. */
  'merge.do': ['district', 'province'],
  /** Lists with names and numbers, as files. */
  'export.read': ['district', 'province'],
  /** Phone changes and releases of ID numbers: the second look at them, and taking them back. */
  'desk.requests': ['district', 'province'],
  'audit.read': ['auditor'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** `public`: anyone. `session`: anyone signed in. Otherwise a permission. */
export type Access = 'public' | 'session' | Permission;

/** Whether a role (undefined: not signed in) may call something of that access. */
export function permits(access: Access, role: Role | undefined): boolean {
  if (access === 'public') return true;
  if (!role) return false;
  return access === 'session' || (PERMISSIONS[access] as readonly Role[]).includes(role);
}
