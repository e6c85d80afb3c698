import { and, isNull, not, sql } from 'drizzle-orm';
import { isUnderWay, lostVerifications } from '#modules/candidates';
import { inBackground, type Signed, type Working } from '#platform/context';
import type { Workers } from '#platform/jobs';
import { checkDeskPictures } from './check-desk.ts';
import { judgePhoto } from './judge.ts';
import { readCardJob } from './read-card.ts';
import { giveUpReadings } from './reading.ts';
import { giveBack } from './settle.ts';
import { verifications } from './tables.ts';

/** The jobs of this module. */
export const work = (services: Working): Pick<Workers, 'verifyPhoto' | 'readCard' | 'checkDeskPictures'> => ({
  async verifyPhoto(id, { candidate }) {
    await judgePhoto(onBehalfOf(services, candidate), id);
    services.wake();
  },
  async checkDeskPictures(_id, { candidate }) {
    await checkDeskPictures(onBehalfOf(services, candidate));
    services.wake();
  },
  async readCard(id, { candidate, picture }) {
    await readCardJob(onBehalfOf(services, candidate), id, picture);
    services.wake();
  },
});

/** Gives back and up what no job will settle any more, and forgets what was asked for in vain. Cheap: run it often. */
export async function sweep(services: Working): Promise<void> {
  const lost = await lostVerifications(services, await services.verifiers.down());
  for (const { candidate, verification } of lost) {
    services.log.warn({ verification }, 'verification lost, given back');
    await giveBack(onBehalfOf(services, candidate), verification);
  }
  await giveUpReadings(services);
  const old = sql`${verifications.at} < app_now() - interval '1 minute'`;
  await services.db
    .delete(verifications)
    .where(and(isNull(verifications.judgement), old, not(isUnderWay(verifications.id))));
}

/** What the candidate asked for is done as theirs. */
function onBehalfOf(services: Working, candidate: string): Signed {
  return inBackground(services, { id: candidate, role: 'candidate', name: '', session: '' });
}
