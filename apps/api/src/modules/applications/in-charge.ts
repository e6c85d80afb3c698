import { and, inArray } from 'drizzle-orm';
import type { InCharge } from '#platform/context';
import { applicationScope } from './scope.ts';
import { applications } from './tables.ts';

/** Whether one of these applications is within the caller's scope: then they see the documents its submissions name. */
export const inCharge: InCharge = async ({ db, actor }, ids) =>
  (await db.$count(applications, and(inArray(applications.id, [...ids]), applicationScope(actor)))) > 0;
