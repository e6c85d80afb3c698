import { profileLifecycle } from '@zikao/contract/candidates';
import type { MergeSide } from '@zikao/contract/merges';
import type { z } from 'zod';
import { districtName } from '#modules/exams';
import { admissionNumbersOf } from '#modules/identity';
import { standingUnder } from '#modules/records';
import type { Signed } from '#platform/context';
import { holderOf } from './holder.ts';
import type { Owned } from './owners.ts';

interface Beside {
  under: readonly string[];
  same: { name: boolean; birthDate: boolean } | undefined;
  enrolments: number;
  applications: number;
}

/** One of two numbers that are compared. */
export async function showSide(
  ctx: Signed,
  owned: Owned,
  { under, same, ...counts }: Beside,
): Promise<z.input<typeof MergeSide>> {
  const { row, account, profile, district, elsewhere } = owned;
  const holder = holderOf(ctx, owned, same);
  const others = account ? await admissionNumbersOf(ctx, account.id) : [];
  const photo = elsewhere || !profile?.submission ? undefined : profile.photo;
  return {
    number: row.number,
    district: await districtName(ctx, district),
    elsewhere,
    imported: row.origin === 'imported',
    at: row.at.toISOString(),
    ...(account &&
      holder && {
        account: {
          ...holder,
          registeredAt: account.createdAt.toISOString(),
          profile: profileLifecycle.states[profile?.state ?? 'draft'],
          ...(photo && { photo }),
          others: others.filter((number) => number !== row.number),
        },
      }),
    standing: await standingUnder(ctx, under),
    ...counts,
  };
}
