/** Every address of the web app, in one place. Fill `:name` parts with react-router's typed `generatePath`. */
export const paths = {
  // Open to everyone
  signIn: '/',
  register: '/register',
  forgotPassword: '/forgot-password',
  /** By the code of a message: undoing what a desk is about to do to an account. */
  undo: '/undo',
  /** Into an account made at the desk. */
  firstSignIn: '/first-sign-in',
  privacy: '/privacy',
  notices: '/notices',
  notice: '/notices/:id',
  catalogue: '/catalogue',
  plan: '/catalogue/:code',
  districts: '/districts',
  checkTicket: '/check-ticket',
  outbox: '/dev/outbox',

  // Candidates
  home: '/home',
  account: '/account',
  messages: '/messages',
  profile: '/profile',
  profileStep: '/profile/:step',
  profileView: '/profile/view',
  enrolment: '/enrolment',
  enrolmentStep: '/enrolment/:step',
  seatNotice: '/print/seat-notice',
  applications: '/applications/:kind',
  application: '/applications/:kind/:id',
  applicationStep: '/applications/:kind/:id/:step',
  applicationPaper: '/applications/:kind/:id/print/:paper',
  scores: '/query/scores',
  passed: '/query/passed',
  seats: '/query/seats',
  progress: '/query/progress',
  graduation: '/query/graduation',

  // Staff
  staffSignIn: '/admin/sign-in',
  staff: '/admin',
  staffAccount: '/admin/account',
  audit: '/admin/audit',
  staffAccounts: '/admin/staff',
  staffMember: '/admin/staff/:account',
  sessions: '/admin/sessions',
  session: '/admin/sessions/:session',
  exports: '/admin/exports',
  announcements: '/admin/announcements',
  messaging: '/admin/messages',
  texts: '/admin/texts',
  text: '/admin/texts/:text',
  /** 合档: find, compare, look up. */
  merges: '/admin/merges',
  mergeComparison: '/admin/merges/compare',
  merge: '/admin/merges/:id',
  /** 开考课程 of a session. */
  offerings: '/admin/sessions/:session/courses',
  /** 专业与计划: /admin/catalogue/majors, /admin/catalogue/courses. */
  catalogueTable: '/admin/catalogue/:table',
  catalogueMajor: '/admin/catalogue/majors/:major',
  venues: '/admin/venues',
  newVenue: '/admin/venues/new',
  venue: '/admin/venues/:venue',
  seating: '/admin/seating',
  seatingRun: '/admin/seating/:run',
  seatedRoom: '/admin/seating/:run/rooms/:room',
  /** 桌贴、门贴、签到表, and 通知单 once more. */
  prints: '/admin/prints',
  printVenue: '/admin/prints/:venue',
  scoreSessions: '/admin/scores',
  scoreSession: '/admin/scores/:session',
  scoreBatch: '/admin/scores/:session/batches/:batch',
  /** 考籍恢复. */
  frozen: '/admin/records/frozen',
  /** 各考区看板, and that of one office. */
  board: '/admin/board',
  officeBoard: '/admin/board/:office',
  /** 抽样复查: drawing and results; and 复查 itself. */
  spotChecks: '/admin/spot-checks',
  spotCheck: '/admin/spot-checks/:spotCheck',
  spotCheckWork: '/admin/spot-check-work',
  spotCheckTask: '/admin/spot-check-work/:id',
  /** 审核统计. */
  statistics: '/admin/statistics',
  /** 不通过原因. */
  reasons: '/admin/reasons',
  desk: '/admin/desk',
  deskPerson: '/admin/desk/people/:id',
  deskRegister: '/admin/desk/register',
  deskRelease: '/admin/desk/release',
  deskRequests: '/admin/desk-requests',
  /** By kind of case: /admin/profiles, /admin/enrolments. */
  queue: '/admin/:queue',
  queueBulk: '/admin/:queue/bulk',
  queueCase: '/admin/:queue/:id',
} as const;

/** A kind of application in an address: `transfer-in` for `transferIn`, and back. */
export const slugOf = (key: string) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
export const keyOfSlug = (slug: string) =>
  slug.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
