import { z } from 'zod';

/** What happened, written in the transaction that made it happen and delivered at least once to the listeners. */
export const EVENTS = {
  'profile.submitted': z.object({ candidate: z.uuid(), no: z.number().int() }),
  'profile.approved': z.object({ candidate: z.uuid(), message: z.string(), admissionNumber: z.string() }),
  'profile.rejected': z.object({ candidate: z.uuid(), message: z.string() }),
  'photo.passed': z.object({ candidate: z.uuid() }),
  'photo.failed': z.object({ candidate: z.uuid() }),
  'photo.desk': z.object({ candidate: z.uuid() }),
  'photo.collected': z.object({ candidate: z.uuid() }),
  'enrolment.submitted': z.object({ candidate: z.uuid(), enrolment: z.uuid(), no: z.number().int() }),
  'enrolment.approved': z.object({ candidate: z.uuid(), enrolment: z.uuid(), message: z.string() }),
  'enrolment.rejected': z.object({ candidate: z.uuid(), enrolment: z.uuid(), message: z.string() }),
  'account.registered': z.object({ candidate: z.uuid() }),
  'account.passwordChanged': z.object({ account: z.uuid() }),
  'account.phoneChanged': z.object({ candidate: z.uuid() }),
} as const;

export type EventName = keyof typeof EVENTS;
export type EventPayload<N extends EventName> = z.output<(typeof EVENTS)[N]>;
