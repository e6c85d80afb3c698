import type { Given, Parsed } from '@zikao/contract/endpoint';
import type { getSpotCheck as endpoint } from '@zikao/contract/spot-checks';
import { namesOf } from '#modules/identity';
import type { Signed } from '#platform/context';
import { agreementOf, sumPairs } from './agreement.ts';
import { disagreementsOf } from './disagreements.ts';
import { getSpotCheckHead } from './find-spot-check.ts';
import { officeNamesOf } from './offices.ts';
import { pairsOf } from './pairs.ts';

/** How far two looks agreed: in all, by office, by officer; and where they did not. */
export async function showSpotCheck(
  ctx: Signed,
  { params }: Parsed<typeof endpoint>,
): Promise<Given<typeof endpoint>> {
  const head = await getSpotCheckHead(ctx, params.spotCheck);
  const pairs = await pairsOf(ctx, [head.id]);
  const officeNames = await officeNamesOf(ctx);
  const officerNames = await namesOf(
    ctx,
    pairs.map(({ officer }) => officer),
  );
  const offices = [...Map.groupBy(pairs, ({ office }) => office)].map(([office, parts]) => ({
    office,
    name: officeNames.get(office) ?? office,
    agreement: agreementOf(sumPairs(parts)),
  }));
  return {
    ...head,
    offices: offices.toSorted(byRate),
    officers: pairs
      .map(({ officer, office, ...pair }) => ({
        officer,
        name: officerNames.get(officer) ?? '',
        office: officeNames.get(office) ?? office,
        agreement: agreementOf(pair),
      }))
      .toSorted(byRate),
    disagreements: await disagreementsOf(ctx, head.id, officeNames),
  };
}

type Rated = { name: string; agreement: { rate: number | null } };

/** Where they agreed least comes first. */
const byRate = (a: Rated, b: Rated) =>
  (a.agreement.rate ?? 1) - (b.agreement.rate ?? 1) || a.name.localeCompare(b.name, 'zh');
