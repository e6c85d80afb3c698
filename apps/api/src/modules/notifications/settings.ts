import { eq, inArray } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import type { EventName } from '@zikao/contract/events';
import type { getMessageSettings, saveMessageSettings } from '@zikao/contract/messages';
import type { Signed } from '#platform/context';
import type { Db } from '#platform/database';
import { smsRefusals } from './tables.ts';

/** What may be declined: it can be read on every page of the product, and decides nothing about the person. */
const DECLINABLE: readonly EventName[] = ['deadline.near', 'scores.published'];

export async function getSettings({ db, actor }: Signed): Promise<Given<typeof getMessageSettings>> {
  const refusals = await db.$count(smsRefusals, eq(smsRefusals.account, actor.id));
  return { sms: refusals === 0 };
}

export async function saveSettings(
  { db, actor }: Signed,
  { body }: Parsed<typeof saveMessageSettings>,
): Promise<Given<typeof saveMessageSettings>> {
  if (body.sms) await db.delete(smsRefusals).where(eq(smsRefusals.account, actor.id));
  else await db.insert(smsRefusals).values({ account: actor.id }).onConflictDoNothing();
  return body;
}

/** Those who declined an SMS on this occasion. */
export async function withoutSms(
  db: Db,
  event: EventName,
  accounts: readonly string[],
): Promise<Set<string>> {
  if (!DECLINABLE.includes(event)) return new Set();
  const rows = await db
    .select({ account: smsRefusals.account })
    .from(smsRefusals)
    .where(inArray(smsRefusals.account, [...accounts]));
  return new Set(rows.map(({ account }) => account));
}
