import { and, eq, inArray } from 'drizzle-orm';
import type { Queue } from '@zikao/contract/review';
import type { Signed } from '#platform/context';
import { profiles, profileSubmissions } from '#tables/candidates';
import type { HeadRow } from './heads.ts';

/** What asks for a look at each case alone before it is approved. */
export async function bulkWarnings(
  ctx: Signed,
  queue: Queue,
  heads: readonly HeadRow[],
): Promise<Map<string, string[]>> {
  const judged = queue === 'profiles' ? await judgements(ctx, heads) : new Map<string, string[]>();
  return new Map(
    heads.map(({ id, no }) => [
      id,
      [...(no > 1 ? [`第 ${no} 次提交，请看与上次的差异`] : []), ...(judged.get(id) ?? [])],
    ]),
  );
}

/** What the verifier was not sure of. */
async function judgements({ db }: Signed, heads: readonly HeadRow[]): Promise<Map<string, string[]>> {
  const ids = heads.map(({ id }) => id);
  const last = and(
    eq(profileSubmissions.profile, profiles.id),
    eq(profileSubmissions.no, profiles.submission),
  );
  const rows = await db
    .select({
      id: profiles.id,
      judgement: profileSubmissions.judgement,
      photo: profileSubmissions.photoState,
    })
    .from(profiles)
    .innerJoin(profileSubmissions, last)
    .where(inArray(profiles.id, ids));
  return new Map(
    rows.map(({ id, judgement, photo }) => {
      const said = (judgement?.measures ?? [])
        .filter(({ verdict }) => verdict !== 'pass')
        .map(({ label, sentence }) => sentence ?? `${label}建议核对`);
      const unjudged = photo === 'passed' && !judgement ? ['没有自动核验结果'] : [];
      const desk = photo === 'collected' ? ['照片由考区现场采集'] : [];
      return [id, [...unjudged, ...desk, ...said]];
    }),
  );
}
