import type { Profile } from '@zikao/contract/candidates';
import { filingSchema } from '@zikao/contract/forms/form';
import { profileForm } from '@zikao/contract/profile-form';

export const STEPS = profileForm.steps.map(({ key }) => key);
export type StepKey = (typeof STEPS)[number];

/** Whether the district has something to look at: the last page is reachable then. */
export const submitted = (profile: Profile) => profile.state !== 'draft';

/** Whether every field holds something right, as far as the browser can tell. */
export function complete(profile: Profile): boolean {
  return filingSchema(profileForm, profile.answers).safeParse(profile.answers).success;
}

/** The furthest step one may open. After approval only the last. */
export function reached(profile: Profile): StepKey {
  if (profile.state === 'approved') return 'done';
  if (!profile.agreement) return 'notice';
  if (!complete(profile)) return 'form';
  if (!profile.confirmed) return 'preview';
  return submitted(profile) ? 'done' : 'photo';
}

/** Whether a step may be opened now; the last page stays open once something was submitted. */
export function open(profile: Profile, step: StepKey): boolean {
  if (step === 'done') return submitted(profile);
  if (profile.state === 'approved') return false;
  return STEPS.indexOf(step) <= STEPS.indexOf(reached(profile));
}

/** Where 基本信息填报 leads: the last page after submission, else where one stopped. */
export const entry = (profile: Profile): StepKey => (submitted(profile) ? 'done' : reached(profile));
