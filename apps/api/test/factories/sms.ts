import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import { and, desc, eq, like } from 'drizzle-orm';
import { vi } from 'vitest';
import { getChallenge, sendCode } from '@zikao/contract/identity';
import { smsOutbox } from '#tables/identity';
import type { TestApp } from '#test/app';
import type { Caller } from '#test/caller';

/** A solved proof of work, as a browser sends it. */
export async function aSolution(caller: Caller): Promise<string> {
  const { body: challenge } = await caller.call(getChallenge);
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
}

/** Asks for a code and reads it from the phone. */
export async function aCode(
  product: TestApp,
  caller: Caller,
  purpose: 'registration' | 'signIn' | 'passwordReset' | 'firstSignIn',
  phone: string,
): Promise<string> {
  const solution = await aSolution(caller);
  const { status, body } = await caller.call(sendCode, { body: { purpose, phone, solution } });
  if (status !== 200) throw new Error(`no code: ${JSON.stringify(body)}`);
  return readCode(product, phone);
}

/** The newest code on a phone; it may still be on its way, some are sent after the answer. */
export function readCode({ services: { db } }: TestApp, phone: string): Promise<string> {
  return vi.waitFor(async () => {
    const [message] = await db
      .select({ id: smsOutbox.id, text: smsOutbox.text })
      .from(smsOutbox)
      .where(and(eq(smsOutbox.phone, phone), like(smsOutbox.text, '%验证码 %')))
      .orderBy(desc(smsOutbox.at))
      .limit(1);
    if (!message) throw new Error(`no code for ${phone}`);
    // Read once: the next one is another message.
    await db.delete(smsOutbox).where(eq(smsOutbox.id, message.id));
    return /\d{6}/.exec(message.text)![0];
  });
}

export const messagesTo = ({ services: { db } }: TestApp, phone: string) =>
  db.$count(smsOutbox, eq(smsOutbox.phone, phone));
