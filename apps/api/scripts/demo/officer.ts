import { eq, sql } from 'drizzle-orm';
import {
  claimCase,
  decide,
  type Decision,
  getCase,
  type Queue,
  recordVisit,
  releaseCase,
} from '@zikao/contract/review';
import { hashToken, randomToken } from '#platform/crypto';
import { accounts, sessions } from '#tables/identity';
import type { Caller } from '#test/caller';
import { browser, must, type Stage } from './stage.ts';

export interface Officer {
  decide(queue: Queue, id: string, decision: Decision): Promise<void>;
  /** 现场审核: the candidate came with the papers. */
  meet(queue: Queue, id: string): Promise<void>;
  leave(): Promise<void>;
}

/** The district's officer at work. The session is made here: the password may have been changed, a code may be due. */
export async function officerOf(stage: Stage, username: string): Promise<Officer> {
  const { db, config } = stage.services;
  const [account] = await db.select().from(accounts).where(eq(accounts.username, username));
  if (!account) throw new Error(`没有工作人员 ${username}`);
  const token = randomToken();
  const tokenHash = hashToken(token, config.CRYPTO);
  await db.insert(sessions).values({
    tokenHash,
    account: account.id,
    endsAt: sql`app_now() + interval '1 hour'`,
    ip: '192.0.2.1',
    device: '演示',
  });
  const caller: Caller = browser(stage);
  caller.cookie = `${config.PUBLIC_URL?.startsWith('https:') ? '__Host-session' : 'session'}=${token}`;
  return {
    async decide(queue, id, decision) {
      const params = { queue, id };
      await must(caller, claimCase, { params, body: { takeOver: false } });
      const { version } = await must(caller, getCase, { params });
      const { next } = await must(caller, decide, { params, body: decision }, version);
      if (next) await must(caller, releaseCase, { params: { queue, id: next } });
    },
    async meet(queue, id) {
      const params = { queue, id };
      await must(caller, claimCase, { params, body: { takeOver: false } });
      await must(caller, recordVisit, { params });
      await must(caller, releaseCase, { params });
    },
    async leave() {
      await db.delete(sessions).where(eq(sessions.tokenHash, tokenHash));
    },
  };
}
