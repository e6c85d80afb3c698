import { setTimeout as sleep } from 'node:timers/promises';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import { and, desc, eq, like } from 'drizzle-orm';
import { getText } from '@zikao/contract/exams';
import { getChallenge, register, sendCode } from '@zikao/contract/identity';
import { DEMO_PASSWORD } from '#seed/staff';
import { smsOutbox } from '#tables/identity';
import type { Caller } from '#test/caller';
import { browser, must, type Stage } from './stage.ts';

/** Registers as everybody does: challenge, code on the phone, consent. Gives the signed-in browser. */
export async function registerPerson(
  stage: Stage,
  person: { name: string; idNumber: string; phone: string },
): Promise<Caller> {
  const caller = browser(stage);
  const challenge = await must(caller, getChallenge);
  const solved = { challenge, solution: await solveChallenge({ challenge, deriveKey }) };
  const solution = Buffer.from(JSON.stringify(solved)).toString('base64');
  await must(caller, sendCode, { body: { purpose: 'registration', phone: person.phone, solution } });
  const code = await readCode(stage, person.phone);
  const { version: consent } = await must(caller, getText, { params: { kind: 'privacy' } });
  await must(caller, register, { body: { ...person, code, password: DEMO_PASSWORD, consent } });
  return caller;
}

/** The newest code on a phone; it may still be on its way. */
async function readCode({ services: { db } }: Stage, phone: string): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const [message] = await db
      .select({ text: smsOutbox.text })
      .from(smsOutbox)
      .where(and(eq(smsOutbox.phone, phone), like(smsOutbox.text, '%验证码 %')))
      .orderBy(desc(smsOutbox.at))
      .limit(1);
    if (message) return /\d{6}/.exec(message.text)![0];
    await sleep(100);
  }
  throw new Error(`没有收到 ${phone} 的验证码`);
}
