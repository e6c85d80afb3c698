import type { ComponentType } from 'react';
import { Outlet, type RouteObject, ScrollRestoration } from 'react-router';
import { paths } from '#paths';
import { CrashPage } from '#ui/CrashPage';
import { NotFoundPage } from '#ui/NotFoundPage';
import { Skeleton } from '#ui/Spinner';
import { Toaster } from '#ui/Toast';

/** A page in its own chunk: a candidate never downloads the staff screens. */
function page(path: string, load: () => Promise<ComponentType>): RouteObject {
  return { path, lazy: { Component: load }, HydrateFallback: Loading };
}

function Loading() {
  return (
    <main className="wrap">
      <Skeleton />
    </main>
  );
}

function Root() {
  return (
    <>
      <Outlet />
      <Toaster />
      <ScrollRestoration />
    </>
  );
}

const session = () => import('#features/session');
const news = () => import('#features/public');
const home = () => import('#features/home');
const progress = () => import('#features/progress');
const record = () => import('#features/record');
const tickets = () => import('#features/tickets');
const account = () => import('#features/account');
const desk = () => import('#features/staff');
const audit = () => import('#features/audit');
const prints = () => import('#features/prints');
const counter = () => import('#features/desk');
const review = () => import('#features/review');
const sessions = () => import('#features/sessions');
const exporting = () => import('#features/exports');
const tables = () => import('#features/catalogue');
const messaging = () => import('#features/messaging');
const texts = () => import('#features/texts');
const officers = () => import('#features/staff-accounts');
const merges = () => import('#features/merges');
const venues = () => import('#features/venues');
const seating = () => import('#features/seating');
const scores = () => import('#features/scores');
const profile = () => import('#features/profile');
const enrolment = () => import('#features/enrolment');
const applications = () => import('#features/applications');

// One line per page: page(paths.home, async () => (await import('#features/home')).HomePage)

/** Signing in, registering, 忘记密码. */
const entry: RouteObject[] = [
  page(paths.signIn, async () => (await session()).SignInPage),
  page(paths.register, async () => (await account()).registerPage()),
  page(paths.firstSignIn, async () => (await account()).firstSignInPage()),
  page(paths.undo, async () => (await account()).undoPage()),
  page(paths.forgotPassword, async () => (await account()).forgotPasswordPage()),
];
/** Everybody may read these; whoever is signed in keeps the menus. */
const open: RouteObject[] = [
  page(paths.notices, async () => (await news()).NoticesPage),
  page(paths.notice, async () => (await news()).NoticePage),
  page(paths.catalogue, async () => (await news()).CataloguePage),
  page(paths.plan, async () => (await news()).PlanPage),
  page(paths.districts, async () => (await news()).DistrictsPage),
  page(paths.privacy, async () => (await news()).PrivacyPage),
  page(paths.checkTicket, async () => (await tickets()).CheckTicketPage),
];
/** Behind the gate: only a signed-in candidate gets here, anybody else goes to sign in and comes back. */
const candidate: RouteObject[] = [
  page(paths.home, async () => (await home()).HomePage),
  page(paths.messages, async () => (await home()).MessagesPage),
  page(paths.graduation, async () => (await progress()).GraduationPage),
  page(paths.progress, async () => (await home()).ProgressPage),
  page(paths.seatNotice, async () => (await tickets()).SeatNoticePage),
  page(paths.scores, async () => (await record()).ScoresPage),
  page(paths.passed, async () => (await record()).PassedPage),
  page(paths.seats, async () => (await progress()).SeatsPage),
  page(paths.account, async () => (await account()).accountPage()),
  page(paths.profile, async () => (await profile()).ProfileEntry),
  page(paths.profileView, async () => (await profile()).ProfileView),
  page(paths.profileStep, async () => (await profile()).ProfileStep),
  page(paths.enrolment, async () => (await enrolment()).EnrolmentEntry),
  page(paths.enrolmentStep, async () => (await enrolment()).EnrolmentStep),
  page(paths.applications, async () => (await applications()).KindPage),
  page(paths.application, async () => (await applications()).ApplicationPage),
  page(paths.applicationStep, async () => (await applications()).ApplicationStep),
  page(paths.applicationPaper, async () => (await applications()).PaperPage),
];
/** Behind the staff's gate. A queue keeps its list while its cases change. */
const staff: RouteObject[] = [
  page(paths.staff, async () => (await desk()).StaffHome),
  page(paths.staffAccount, async () => (await desk()).AccountPage),
  page(paths.audit, async () => (await audit()).AuditPage),
  page(paths.sessions, async () => (await sessions()).SessionsPage),
  page(paths.session, async () => (await sessions()).SessionPage),
  page(paths.exports, async () => (await exporting()).ExportsPage),
  page(paths.announcements, async () => (await messaging()).AnnouncementsPage),
  page(paths.messaging, async () => (await messaging()).MessagingPage),
  page(paths.texts, async () => (await texts()).TextsPage),
  page(paths.text, async () => (await texts()).TextPage),
  page(paths.staffAccounts, async () => (await officers()).StaffAccountsPage),
  page(paths.staffMember, async () => (await officers()).StaffAccountPage),
  page(paths.merges, async () => (await merges()).MergesPage),
  page(paths.mergeComparison, async () => (await merges()).ComparePage),
  page(paths.merge, async () => (await merges()).MergePage),
  page(paths.offerings, async () => (await tables()).OfferingsPage),
  page(paths.catalogueTable, async () => (await tables()).TablePage),
  page(paths.catalogueMajor, async () => (await tables()).MajorPage),
  page(paths.venues, async () => (await venues()).VenuesPage),
  page(paths.newVenue, async () => (await venues()).NewVenuePage),
  page(paths.venue, async () => (await venues()).VenuePage),
  page(paths.seating, async () => (await seating()).SeatingPage),
  page(paths.seatingRun, async () => (await seating()).RunPage),
  page(paths.seatedRoom, async () => (await seating()).RoomPage),
  page(paths.prints, async () => (await prints()).PrintsPage),
  page(paths.printVenue, async () => (await prints()).PrintVenuePage),
  page(paths.scoreSessions, async () => (await scores()).SessionsPage),
  page(paths.scoreSession, async () => (await scores()).SessionPage),
  page(paths.scoreBatch, async () => (await scores()).BatchPage),
  page(paths.desk, async () => (await counter()).DeskPage),
  page(paths.deskPerson, async () => (await counter()).PersonPage),
  page(paths.deskRegister, async () => (await counter()).RegisterPage),
  page(paths.deskRelease, async () => (await counter()).ReleasePage),
  page(paths.deskRequests, async () => (await counter()).RequestsPage),
  page(paths.frozen, async () => (await desk()).FrozenPage),
  page(paths.board, async () => (await review()).BoardPage),
  page(paths.officeBoard, async () => (await review()).OfficeBoardPage),
  page(paths.spotChecks, async () => (await review()).SpotChecksPage),
  page(paths.spotCheck, async () => (await review()).SpotCheckPage),
  page(paths.spotCheckWork, async () => (await review()).SpotCheckWorkPage),
  page(paths.spotCheckTask, async () => (await review()).SpotCheckTaskPage),
  page(paths.statistics, async () => (await review()).StatisticsPage),
  page(paths.reasons, async () => (await review()).ReasonsPage),
  frame(
    async () => (await review()).QueuePage,
    [
      page(paths.queue, async () => (await review()).QueueStart),
      page(paths.queueBulk, async () => (await review()).BulkPage),
      page(paths.queueCase, async () => (await review()).CasePage),
    ],
  ),
];

/** Pages inside a common frame, which stays while they change. */
function frame(load: () => Promise<ComponentType>, children: RouteObject[]): RouteObject {
  return { lazy: { Component: load }, HydrateFallback: Loading, children };
}

export const routes: RouteObject[] = [
  {
    element: <Root />,
    errorElement: <CrashPage />,
    children: [
      frame(async () => (await session()).EntryFrame, entry),
      frame(async () => (await session()).openFrame(), open),
      frame(async () => (await session()).candidateFrame(), candidate),
      page(paths.staffSignIn, async () => (await desk()).SignInPage),
      frame(async () => (await desk()).StaffFrame, staff),
      { path: '*', element: <NotFoundPage /> },
    ],
  },
];

export { page };
