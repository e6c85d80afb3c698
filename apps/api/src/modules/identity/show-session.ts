import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Session, SessionEnd } from '@zikao/contract/identity';
import { districtName, findProvince } from '#modules/exams';
import type { Ctx } from '#platform/context';
import { hashToken } from '#platform/crypto';
import { Problem } from '#platform/problem';
import { numbersOf } from './admission-numbers.ts';
import { maskedPhone } from './seal.ts';
import { alive, idleUntil } from './sessions.ts';
import { accounts, admissionNumbers, sessions } from './tables.ts';

/** The session this browser holds, pending ones too; undefined when signed out. */
export async function findSession(ctx: Ctx) {
  const token = ctx.cookies.get();
  if (!token) return undefined;
  const [row] = await ctx.db
    .select({ session: sessions, account: accounts })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.account))
    .where(and(eq(sessions.tokenHash, hashToken(token, ctx.config.CRYPTO)), alive));
  return row;
}

export async function getSession(ctx: Ctx): Promise<{ session: Session | null; ended?: SessionEnd }> {
  const found = await findSession(ctx);
  if (found) return { session: await showSession(ctx, found.session.id) };
  const ended = await howEnded(ctx);
  return { session: null, ...(ended && { ended }) };
}

/** How the province ended the session that this browser held, if it did. */
async function howEnded(ctx: Ctx): Promise<SessionEnd | null | undefined> {
  const token = ctx.cookies.get();
  if (!token) return undefined;
  const [row] = await ctx.db
    .select({ ended: sessions.ended })
    .from(sessions)
    .where(eq(sessions.tokenHash, hashToken(token, ctx.config.CRYPTO)));
  return row?.ended;
}

/** What the contract tells of a session that is alive. */
export async function showSession(ctx: Ctx, id: string): Promise<Session> {
  const [row] = await ctx.db
    .select({ session: sessions, account: accounts, idleUntil })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.account))
    .where(and(eq(sessions.id, id), alive));
  if (!row) throw new Problem('signedOut');
  const { session, account } = row;
  return {
    role: account.role,
    name: account.name,
    ...(account.district && {
      district: { code: account.district, name: await districtName(ctx, account.district) },
    }),
    ...(session.pending && { pending: session.pending }),
    ...(account.phone && { maskedPhone: maskedPhone(ctx.keys, account) }),
    idleUntil: row.idleUntil.toISOString(),
    endsAt: session.endsAt.toISOString(),
    ...(!session.pending && account.role === 'candidate' && (await mergeNotice(ctx, account.id))),
  };
}

/** 合档: several admission numbers that count, also those imported after the registration. */
async function mergeNotice(ctx: Ctx, candidate: string): Promise<Pick<Session, 'merge'>> {
  const numbers = await ctx.db
    .select({ number: admissionNumbers.number, district: admissionNumbers.district })
    .from(admissionNumbers)
    .where(and(inArray(admissionNumbers.number, numbersOf(candidate)), isNull(admissionNumbers.mergedInto)))
    .orderBy(asc(admissionNumbers.number));
  if (numbers.length < 2) return {};
  const named = numbers.map(async ({ number, district }) => ({
    number,
    district: await districtName(ctx, district),
  }));
  const province = await findProvince(ctx);
  return { merge: { numbers: await Promise.all(named), papers: province?.mergePapers ?? '本人身份证原件' } };
}
