import {
  photoLifecycle,
  type Profile,
  profileLifecycle,
  TRIES_BEFORE_CHOICE,
} from '@zikao/contract/candidates';
import { allowed } from '@zikao/contract/lifecycle';
import { districtName } from '#modules/exams';
import { admissionNumbersOf } from '#modules/identity';
import type { Signed } from '#platform/context';
import { ownProfile, type ProfileRow } from './own-profile.ts';
import { referenceOf } from './reference.ts';
import { timelineOf } from './timeline.ts';
import { countAhead } from './verification.ts';

/** The caller's own profile as the contract tells it. */
export async function showProfile(ctx: Signed): Promise<Profile> {
  const { row, answers } = await ownProfile(ctx);
  const district = row.district ?? (typeof answers.district === 'string' ? answers.district : undefined);
  const name = district && (await districtName(ctx, district));
  const [number] = await admissionNumbersOf(ctx, row.id);
  return {
    version: row.version,
    state: row.state,
    actions: actionsOf(row),
    answers,
    ...(row.agreedVersion && {
      agreement: { version: row.agreedVersion, at: row.agreedAt!.toISOString() },
    }),
    confirmed: row.confirmed,
    photo: await showPhoto(ctx, row),
    ...moments(row),
    reference: referenceOf(row.id),
    ...(district && name && { district: { code: district, name } }),
    ...(number && { admissionNumber: number }),
    reasons: row.reasons,
    ...(row.remark && { remark: row.remark }),
    timeline: await timelineOf(ctx, row.id),
  };
}

function actionsOf(row: ProfileRow): string[] {
  if (row.state === 'approved') return [];
  return [
    ...allowed(profileLifecycle, row.state, 'candidate'),
    ...allowed(photoLifecycle, row.photoState, 'candidate'),
  ];
}

async function showPhoto(ctx: Signed, row: ProfileRow): Promise<Profile['photo']> {
  const down = await ctx.verifiers.down();
  return {
    state: row.photoState,
    ...(row.photo && { picture: row.photo }),
    failures: row.photoFailures,
    choiceNeeded: choiceNeeded(row),
    deskAllowed: deskAllowed(row, down),
    ...(row.pictureConsentVersion && {
      consent: { version: row.pictureConsentVersion, at: row.pictureConsentAt!.toISOString() },
    }),
    ...(row.judgement && { judgement: row.judgement }),
    ...(row.verifyingSince && { waiting: { ahead: await countAhead(ctx, row.verifyingSince) } }),
    ...(row.unavailable && { unavailable: true }),
    ...(down && { verifierDown: true }),
  };
}

/** Three failures since the last choice: the next comes first. */
export function choiceNeeded(row: Pick<ProfileRow, 'photoState' | 'photoFailures' | 'choiceAt'>): boolean {
  const settled = row.photoState === 'desk' || row.photoState === 'collected';
  return !settled && row.photoFailures - row.choiceAt >= TRIES_BEFORE_CHOICE;
}

/** The desk is open after three failures, to whoever does not consent to automatic checking, and while none is possible. */
export function deskAllowed(
  row: Pick<ProfileRow, 'photoFailures' | 'pictureConsentVersion'>,
  verifierDown: boolean,
): boolean {
  return row.photoFailures >= TRIES_BEFORE_CHOICE || !row.pictureConsentVersion || verifierDown;
}

function moments({ savedAt, submittedAt, reviewedAt }: ProfileRow) {
  return {
    ...(savedAt && { savedAt: savedAt.toISOString() }),
    ...(submittedAt && { submittedAt: submittedAt.toISOString() }),
    ...(reviewedAt && { reviewedAt: reviewedAt.toISOString() }),
  };
}
