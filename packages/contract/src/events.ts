import { z } from 'zod';

const candidate = z.uuid();
const enrolment = z.uuid();
const application = z.uuid();
/** Key and title of the kind. */
const kind = z.string();
const title = z.string();
const no = z.number().int();
const message = z.string();

/** What happened, written in the transaction that made it happen and delivered at least once to the listeners. */
export const EVENTS = {
  'profile.submitted': z.object({ candidate, no }),
  'profile.approved': z.object({ candidate, message, admissionNumber: z.string() }),
  'profile.rejected': z.object({ candidate, message }),
  'photo.passed': z.object({ candidate }),
  'photo.failed': z.object({ candidate }),
  /** 提交验证 came to no judgement; it was not counted. */
  'photo.unavailable': z.object({ candidate }),
  /** Originals of photos whose standard copies are all that is needed now: files to remove, by their keys. */
  'photo.originalsUnused': z.object({ candidate, files: z.array(z.string()) }),
  'photo.desk': z.object({ candidate }),
  'photo.collected': z.object({ candidate }),
  /** An ID card's picture was taken at the desk. */
  'card.collected': z.object({ candidate }),
  /** The checks of pictures taken at the desk are done; they decide nothing. */
  'photo.checked': z.object({ candidate }),
  'enrolment.submitted': z.object({ candidate, enrolment, no }),
  'enrolment.approved': z.object({ candidate, enrolment, message }),
  'enrolment.rejected': z.object({ candidate, enrolment, message }),
  /** Told to many at once: a session has a hundred thousand candidates. */
  'scores.published': z.object({ session: z.string(), candidates: z.array(candidate).min(1), message }),
  'merge.done': z.object({ candidate, message }),
  'merge.undone': z.object({ candidate, message }),
  /** Something closes within a day, and these have not finished it. */
  'deadline.near': z.object({ candidates: z.array(candidate).min(1), title, message, link: z.string() }),
  /** Told to many at once, too. */
  'seats.published': z.object({ candidates: z.array(candidate).min(1), message }),
  'seats.changed': z.object({ candidates: z.array(candidate).min(1), message }),
  'seats.withdrawn': z.object({ candidates: z.array(candidate).min(1), message }),
  'record.restored': z.object({ candidate, message }),
  'application.submitted': z.object({ candidate, application, kind, title, no, message }),
  'application.visited': z.object({ candidate, application, kind, title, message }),
  /** The district passed it on to the province. */
  'application.forwarded': z.object({ candidate, application, kind, title, message }),
  'application.approved': z.object({ candidate, application, kind, title, message }),
  'application.rejected': z.object({ candidate, application, kind, title, message }),
  'application.withdrawn': z.object({ candidate, application, kind, title }),
  'application.collected': z.object({ candidate, application, kind, title, message }),
  /** A decision that could be taken back takes effect now, unless it was. */
  'decision.due': z.object({ held: z.uuid() }),
  'account.registered': z.object({ candidate }),
  /** Made at the desk; its owner has still to enter it. */
  'account.madeAtDesk': z.object({ candidate }),
  'account.passwordChanged': z.object({ account: z.uuid() }),
  'account.phoneChanged': z.object({ candidate }),
  /** A request of the desk about the candidate's account has moved on to `state`. */
  'desk.moved': z.object({ candidate, request: z.uuid(), title, message }),
  /** Texts to the numbers a request of the desk is about, which are perhaps no longer, or not yet, the account's. */
  'desk.smsDue': z.object({ request: z.uuid(), to: z.enum(['old', 'new']), step: z.string() }),
  /** A short message to a candidate's phone, told apart so that its channel failing delays nothing else. */
  'sms.due': z.object({ candidate, text: z.string(), message: z.uuid().optional() }),
  /** The same, one of very many: it waits behind those that concern one person only. */
  'sms.mass': z.object({ candidate, text: z.string(), message: z.uuid().optional() }),
} as const;

export type EventName = keyof typeof EVENTS;
export type EventPayload<N extends EventName> = z.output<(typeof EVENTS)[N]>;
