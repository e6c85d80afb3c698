export { decideEnrolment } from './decide.ts';
export { type Enrolled, enrolledById, enrolledFor, enrolledInScope } from './enrolled.ts';
export { majorOf } from './major-of.ts';
export { draftMajor, openSittings } from './open-sittings.ts';
export { ownData } from './own-data.ts';
export { routes } from './routes.ts';
export { enrolmentScope } from './scope.ts';
export { enrolmentSubject } from './subject.ts';
export { loadEnrolmentSubmission } from './submissions.ts';
