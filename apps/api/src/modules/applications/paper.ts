import { inProvince, papersOf } from '@zikao/contract/applications/kind';
import { stateName } from '@zikao/contract/applications/kind';
import type { PrintedPaper } from '@zikao/contract/applications/shapes';
import { now } from '#platform/clock';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { referenceOf } from '#modules/candidates';
import { findDistrict, findProvince } from '#modules/exams';
import { getKind } from './find-kind.ts';
import { findSubmission, getRow } from './find.ts';
import { openOutcome } from './seal.ts';

/** A page to print, of the submission that counts: receipt, 申请表, 告知单. */
export async function getPaper(
  ctx: Signed,
  { params }: { params: { id: string; paper: string } },
): Promise<PrintedPaper> {
  const row = await getRow(ctx, params.id);
  const kind = getKind(ctx, row.kind);
  const submission = await findSubmission(ctx, row.id, row.submission);
  const paper = papersOf(kind, row.state).find(({ key }) => key === params.paper);
  if (!paper || !submission) throw new Problem('conflict', '现在没有这一份可以打印。');
  const province = await findProvince(ctx);
  const district = await findDistrict(ctx, row.district!);
  return {
    title: inProvince(paper.title, province?.name ?? ''),
    reference: referenceOf(row.id),
    kind: kind.key,
    stateName: stateName(kind, row.state),
    submittedAt: submission.at.toISOString(),
    printedAt: (await now(ctx.db)).toISOString(),
    groups: submission.groups,
    outcome: openOutcome(ctx.keys, row.outcome).groups,
    foot: [...paper.foot],
    organisation: province?.organisation ?? '',
    district: {
      name: district?.name ?? row.district!,
      ...(district?.address && { address: district.address }),
      ...(district?.phone && { phone: district.phone }),
    },
  };
}
