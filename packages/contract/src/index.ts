import * as announcements from './announcements.ts';
import * as applications from './applications/endpoints.ts';
import * as audit from './audit.ts';
import * as candidates from './candidates.ts';
import * as deliveries from './deliveries.ts';
import * as catalogue from './catalogue.ts';
import * as desk from './desk/index.ts';
import * as documents from './documents.ts';
import * as enrolments from './enrolments.ts';
import * as exams from './exams.ts';
import * as exports from './exports.ts';
import * as identity from './identity.ts';
import * as merges from './merges.ts';
import * as messageTexts from './message-texts.ts';
import * as messages from './messages.ts';
import * as photos from './photos.ts';
import * as oversight from './oversight.ts';
import * as prints from './prints.ts';
import * as progress from './progress.ts';
import * as records from './records.ts';
import * as reviewBulk from './review-bulk.ts';
import * as reviewHeld from './review-held.ts';
import * as reviewReasons from './review-reasons.ts';
import * as reviewStatistics from './review-statistics.ts';
import * as review from './review.ts';
import * as scoreOffice from './score-office.ts';
import * as scores from './scores.ts';
import * as seatingNeeds from './seating-needs.ts';
import * as seatingRuns from './seating-runs.ts';
import * as sessions from './sessions.ts';
import * as sittings from './sittings.ts';
import * as spotChecks from './spot-checks.ts';
import * as staff from './staff.ts';
import * as texts from './texts.ts';
import * as tickets from './tickets.ts';
import * as venueImport from './venue-import.ts';
import * as venues from './venues.ts';
import type { Endpoint } from './endpoint.ts';

const MODULES = {
  identity,
  documents,
  candidates,
  photos,
  exams,
  catalogue,
  sessions,
  texts,
  records,
  enrolments,
  tickets,
  venues: { ...venues, ...venueImport },
  seating: { ...seatingRuns, ...seatingNeeds },
  prints,
  scores,
  progress,
  sittings,
  scoreOffice,
  applications,
  review: { ...review, ...reviewHeld, ...reviewBulk, ...reviewStatistics, ...reviewReasons },
  oversight,
  spotChecks,
  merges,
  staff,
  exports,
  desk,
  messages,
  messageTexts,
  deliveries,
  announcements,
  audit,
};

/** Every endpoint by its name, e.g. `identity.signIn`: what must be served, tested and documented. */
export const ENDPOINTS: Record<string, Endpoint> = Object.fromEntries(
  Object.entries(MODULES).flatMap(([module, exported]) =>
    Object.entries(exported as Record<string, unknown>)
      .filter((entry): entry is [string, Endpoint] => isEndpoint(entry[1]))
      .map(([name, endpoint]) => [`${module}.${name}`, endpoint]),
  ),
);

function isEndpoint(value: unknown): value is Endpoint {
  return (
    typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'access' in value
  );
}
